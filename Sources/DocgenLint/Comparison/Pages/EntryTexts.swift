import DocgenMarkup
import DocgenModel
import DocgenSupport

/// What the entries of a page begin with, in whatever form: headings, cells, items, terms and lines of paragraphs.
struct EntryTexts {
  private let hashes: Set<UInt64>

  /// - Complexity: O(*n*) in the nodes of the page.
  init(_ page: LocalizedPage) {
    let document = page.document
    var hashes: Set<UInt64> = []
    for (index, node) in document.nodes.enumerated() {
      switch node.kind {
      case .heading, .tableCell: hashes.insert(Self.hash(document.text(of: index).bytes))
      case .paragraph:
        var start = index + 1
        let end = Int(node.end)
        for child in index + 1..<end
        where document.nodes[child].kind == .lineBreak || document.nodes[child].kind == .softBreak {
          hashes.insert(Self.hash(document.text(in: start..<child).bytes))
          start = child + 1
        }
        hashes.insert(Self.hash(document.text(in: start..<max(start, end)).bytes))
      case .element where [.dt, .td, .li].contains(node.tag): hashes.insert(Self.hash(document.text(of: index).bytes))
      default: break
      }
    }
    self.hashes = hashes
  }

  /// Whether an entry is a name and nothing else.
  func contain(_ name: String) -> Bool { hashes.contains(Self.hash(Array(name.utf8))) }

  /// Spaces do not count.
  private static func hash(_ text: [UInt8]) -> UInt64 { FNVHash.hash(text.lazy.filter { $0 > 0x20 }) }
}
