import DocgenMarkup
import DocgenSupport
import DocgenTestSupport
import Testing

@Suite struct FrontMatterTests {
  private static let names = [
    "usual", "colon", "joined", "translated-keys", "unclosed", "unclosed-setext", "unclosed-end", "duplicate", "tabs",
    "no-mapping", "empty", "rule", "open-quote", "none", "comments", "comments-last",
  ]

  private static func source(_ name: String) throws -> SourceFile {
    let path = Snapshot.fixtures(for: #filePath) + "/front-matter/\(name).md"
    return SourceFile(path: path, bytes: try FileSystem.read(path))
  }

  @Test(arguments: names)
  func readsWithPlaces(_ name: String) throws {
    let source = try Self.source(name)
    Snapshot.expect(YAMLDump.dump(FrontMatter.read(source.bytes), of: source), "front-matter/\(name).txt")
  }

  @Test(arguments: names)
  func placesHoldWithByteOrderMarkAndLineEndsOfWindows(_ name: String) throws {
    let source = try Self.source(name)
    let plain = FrontMatter.read(source.bytes)
    let text =
      "\u{FEFF}"
      + String(decoding: source.bytes, as: UTF8.self).split(
        separator: "\n", omittingEmptySubsequences: false
      ).joined(separator: "\r\n")
    let windows = SourceFile(path: "", bytes: Array(text.utf8))
    let read = FrontMatter.read(windows.bytes)
    #expect(YAMLDump.dump(read, of: windows) == YAMLDump.dump(plain, of: source))
  }

  @Test func listsTextsOfEveryShape() throws {
    let frontMatter = FrontMatter.read(try Self.source("usual").bytes)
    #expect(frontMatter.strings("api_name").map(\.value) == ["CIM_Job.KillJob"])
    #expect(frontMatter.strings("api_type").map(\.value) == ["COM"])
    #expect(frontMatter.strings("topic_type").map(\.value) == ["APIRef"])
    #expect(frontMatter.strings("dev_langs").map(\.value) == ["C++", "VB"])
    #expect(frontMatter.strings("keywords").isEmpty)
    #expect(frontMatter.strings("product").isEmpty)
    #expect(frontMatter.strings("nothing").isEmpty)
    #expect(frontMatter.string("ms.assetid")?.value == "b116631f-34b8")
    #expect(frontMatter.string("keywords") == nil)
  }

  @Test func removesBackslashesOfMarkdown() {
    #expect(FrontMatter.unescaped(#"CIM\_Job"#) == "CIM_Job")
    #expect(FrontMatter.unescaped(#"a\\_b \x \"#) == #"a\_b \x \"#)
    #expect(FrontMatter.shown(#"&lt;my\_type&gt; & more"#) == "<my_type> & more")
  }

  @Test func survivesEveryCut() throws {
    for name in Self.names {
      let bytes = try Self.source(name).bytes
      for end in 0...bytes.count {
        let frontMatter = FrontMatter.read(Array(bytes[..<end]))
        #expect(frontMatter.bodyStart <= end)
      }
    }
  }

  @Test func takesTimeInProportion() {
    let long = [
      "---\n" + String(repeating: "a: b: c\n", count: 20_000),
      "---\na: b: c\n" + String(repeating: " continued\n", count: 50_000),
      "---\na: b:" + String(repeating: " title: x", count: 50_000),
      "---\na: 1\n" + String(repeating: "\n", count: 200_000),
      "---\n" + String(repeating: "a: 1\n\n# b\n", count: 20_000) + "---\n",
    ]
    let time = threadTime {
      for text in long { #expect(FrontMatter.read(Array(text.utf8)).span != nil) }
    }
    #expect(time < 10)
  }
}
