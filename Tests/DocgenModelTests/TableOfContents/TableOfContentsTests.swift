import DocgenMarkup
import DocgenModel
import DocgenSupport
import DocgenTestSupport
import Testing

@Suite struct TableOfContentsTests {
  @Test(arguments: ["usual", "wrong", "mapping"])
  func readsWithPlaces(_ name: String) throws {
    let path = Snapshot.fixtures(for: #filePath) + "/toc/\(name).yml"
    let bytes = try FileSystem.read(path)
    let lines = LineTable(bytes)
    func place(_ span: SourceSpan) -> String {
      let start = lines.position(of: span.start)
      let end = lines.position(of: span.end)
      return "@\(start.line):\(start.column)-\(end.line):\(end.column)"
    }
    func shown(_ text: Located<String>) -> String { "\(text.value.debugDescription) \(place(text.span))" }
    func dump(_ entries: [TableOfContents.Entry], _ indentation: String) -> String {
      entries.map { entry in
        "\(indentation)\(shown(entry.name)) → \(entry.href.map(shown) ?? "nothing")\n"
          + dump(entry.items, indentation + "  ")
      }.joined()
    }
    let contents = TableOfContents.read(bytes)
    let problems = contents.problems.map { "problem \(place($0.span)) \($0.message)\n" }.joined()
    Snapshot.expect(dump(contents.entries, "") + problems, "toc/\(name).txt")
  }

  @Test func limitsNesting() {
    var text = ""
    for depth in 0..<80 {
      let indentation = String(repeating: "  ", count: depth)
      text += "\(indentation)- name: \(depth)\n\(indentation)  items:\n"
    }
    let contents = TableOfContents.read(Array(text.utf8))
    #expect(contents.count == 64)
    #expect(contents.problems.map(\.description) == ["entries nest more than 64 deep; make the contents flatter"])
  }

  @Test func readsThousandsOfEntriesInNoTime() {
    let text = (0..<20_000).map { "- name: Entry \($0)\n  href: entry-\($0).md\n" }.joined()
    let time = threadTime {
      #expect(TableOfContents.read(Array(text.utf8)).entries.count == 20_000)
    }
    #expect(time < 5)
  }

  @Test func isEmptyForAnEmptyFile() {
    #expect(TableOfContents.read([]) == TableOfContents(entries: [], problems: []))
  }
}
