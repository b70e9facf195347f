import DocgenSupport
import Testing

@testable import DocgenHistory

struct TreeTests {
  private static func tree(_ names: [String]) -> Tree {
    var bytes: [UInt8] = []
    for (index, name) in names.enumerated() {
      bytes += Array("\(name.hasSuffix("/") ? "40000" : "100644") \(name.split(separator: "/")[0])\0".utf8)
      bytes += [UInt8](repeating: UInt8(index), count: 20)
    }
    return Tree(bytes, idLength: 20)
  }

  @Test func findsNamesWithoutRegardToCase() throws {
    let tree = Self.tree(["B.md", "a.md", "b.md", "c/", "cc.md", "Ä.md"])
    #expect(tree.all.count == 6)
    for (name, id) in [("a.md", "00"), ("A.MD", "01"), ("b.md", "02"), ("B.md", "00"), ("C", "03"), ("Ä.md", "05")] {
      let expected = ["A.MD": "01", "a.md": "01", "B.md": "00", "b.md": "02"][name] ?? id
      #expect(try #require(tree.entry(named: name)).id.hasPrefix(expected), "\(name)")
    }
    #expect(try #require(tree.entry(named: "c")).isFolder)
    #expect(tree.entry(named: "d") == nil)
    #expect(tree.entry(named: "") == nil)
  }

  @Test func readsWhatIsThereOfBrokenTrees() {
    #expect(Tree([], idLength: 20).all.isEmpty)
    #expect(Tree(Array("100644 a.md\0too short".utf8), idLength: 20).all.isEmpty)
  }
}
