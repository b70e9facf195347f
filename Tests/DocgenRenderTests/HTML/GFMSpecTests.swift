import DocgenMarkup
import DocgenRender
import DocgenSupport
import DocgenTestSupport
import Testing

/// The examples of the GitHub Flavored Markdown specification.
///
/// Examples of the extensions "autolink" and "tagfilter", which are not used, and disabled ones are not counted.
@Suite struct GFMSpecTests {
  struct Example {
    var number: Int
    var markdown: String
    var html: String
  }

  static let path = SharedData.packageFolder + "/Tests/Conformance/gfm-spec.txt"

  /// Examples whose HTML is another one, by number, with the reason.
  static let exceptions: [Int: String] = [:]

  @Test func writesTheHTMLOfEveryExample() throws {
    let text = String(decoding: try FileSystem.read(Self.path), as: UTF8.self)
    let examples = Self.examples(in: text)
    #expect(examples.count > 600)
    #expect(Self.exceptions.count <= 5)
    for example in examples where Self.exceptions[example.number] == nil {
      let source = SourceFile(path: "example.md", bytes: Array(example.markdown.utf8))
      var writer = HTMLWriter(conformingTo: MarkdownParser.parse(source, options: .init(assemblesHTML: false)))
      writer.writeDocument()
      #expect(writer.buffer.string == example.html, "example \(example.number):\n\(example.markdown)")
    }
  }

  static func examples(in text: String) -> [Example] {
    let fence = String(repeating: "`", count: 32)
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
    var examples: [Example] = []
    var number = 0
    while let line = lines.popFirst() {
      guard line.hasPrefix(fence + " example") else { continue }
      number += 1
      let part = lines.prefix { $0 != fence[...] }
      lines = lines.dropFirst(part.count + 1)
      let words = line.dropFirst(fence.count).split(separator: " ").dropFirst()
      guard words.allSatisfy({ $0 == "table" || $0 == "strikethrough" || $0 == "tasklist" }) else { continue }
      let dot = part.firstIndex(of: ".") ?? part.endIndex
      examples.append(
        Example(number: number, markdown: Self.text(part[..<dot]), html: Self.text(part[dot...].dropFirst())))
    }
    return examples
  }

  /// Lines as they are meant: an arrow stands for a tab.
  private static func text(_ lines: ArraySlice<Substring>) -> String {
    String(lines.flatMap { $0 + "\n" }.map { $0 == "→" ? "\t" : $0 })
  }
}
