import DocgenSupport
import DocgenTestSupport
import Testing

@testable import DocgenMarkup

/// Pages in which lines may be indented at will are read as if they were not indented.
@Suite struct FreeLinesTests {
  /// What is written, and what is read.
  static let pages: [(free: String, plain: String)] = [
    ("Text.\n\n    No code.\n", "Text.\n\nNo code.\n"),
    ("\tA *tab*.\n", "A *tab*.\n"),
    ("<div>\n    Text.\n\n      # Title\n</div>\n", "<div>\n\nText.\n\n# Title\n</div>\n"),
    ("<p>\n**Bold** `code`\n</p>\n", "<p>\n\n**Bold** `code`\n</p>\n"),
    ("    ```js\n    a\n      b\n        ```\n\nText.\n", "```js\na\n  b\n```\n\nText.\n"),
    ("      ~~~\n    less\n      ~~~\n", "~~~\nless\n~~~\n"),
    ("    - a\n        - b\n\n          more\n    - c\n", "- a\n  - b\n\n    more\n- c\n"),
    ("    - a\n  - b\n", "- a\n- b\n"),
    ("- a\n\n      no code\n\n  ```\n      code\n  ```\n", "- a\n\n  no code\n\n  ```\n      code\n  ```\n"),
    ("1. a\nlazy\n   - b\n", "1. a\nlazy\n   - b\n"),
    ("- ```\n      x\n    y\n  ```\n", "- ```\n      x\n    y\n  ```\n"),
    ("- ```\n  x\nText.\n", "- ```\n  x\nText.\n"),
    (
      "<details>\n<summary>More</summary>\n**Bold**\n</details>\n",
      "<details>\n<summary>More</summary>\n\n**Bold**\n</details>\n"
    ),
    ("<div class=\"a\">**b** c</div>\n", "<div class=\"a\">\n\n**b** c\n\n</div>\n"),
    ("- a\n\n  <p>`b` c</p>\n", "- a\n\n  `b` c\n"),
    ("<p align=\"center\">**b**</p>\nText.\n", "**b**\n\nText.\n"),
    ("<pre>**b**</pre>\n", "<pre>**b**</pre>\n"),
    ("<kbd>Ctrl</kbd> and <kbd>C</kbd>\nend it.\n", "<kbd>Ctrl</kbd> and <kbd>C</kbd>\nend it.\n"),
    ("<https://example.org>\nhas it.\n", "<https://example.org>\nhas it.\n"),
    ("<pre>\n  as it is\n</pre>\n", "<pre>\n  as it is\n</pre>\n"),
    ("    > quoted\n\n    | a |\n    | - |\n    | b |\n", "> quoted\n\n| a |\n| - |\n| b |\n"),
    ("    \n\n\t\n", "\n"),
    ("", ""),
  ]

  private static func read(_ text: String, hasFreeLines: Bool) -> Document {
    MarkdownParser.parse(
      SourceFile(path: "", bytes: Array(text.utf8)), options: MarkdownParser.Options(hasFreeLines: hasFreeLines))
  }

  /// A document without its places, and with the text of adjacent nodes as one.
  private static func steps(_ document: Document) -> [String] {
    var steps: [String] = []
    var isText = false
    func add(_ index: Int) {
      let node = document.nodes[index]
      if node.kind == .text {
        let text = document.withText(of: node) { String(decoding: $0, as: UTF8.self) }
        if isText { steps[steps.count - 1] += text } else { steps.append(text) }
        isText = true
        return
      }
      steps.append("\(node.kind) \(node.tag.name) \(node.level) \(node.flags.contains(.tight))")
      isText = false
      for child in document.children(of: index) { add(child) }
      steps.append("end")
      isText = false
    }
    add(0)
    return steps
  }

  @Test(arguments: pages)
  func readsAsIfNotIndented(_ page: (free: String, plain: String)) {
    #expect(
      Self.steps(Self.read(page.free, hasFreeLines: true)) == Self.steps(Self.read(page.plain, hasFreeLines: false)))
  }

  /// Text stands where the document says, whatever was left out before it.
  @Test(arguments: pages.map(\.free))
  func placesAreThoseOfTheFile(_ text: String) {
    let document = Self.read("é\n\n" + text, hasFreeLines: true)
    let bytes = document.source.bytes
    var end: Int32 = 0
    for node in document.nodes where node.kind == .text && node.payload < 0 {
      #expect(node.span.start >= end && Int(node.span.end) <= bytes.count)
      // No text goes on over the end of a line, for the next one may have been moved.
      #expect(!bytes[node.span.range].dropLast().contains(0x0A))
      end = node.span.end
    }
    for index in document.nodes.indices {
      for child in document.children(of: index) {
        #expect(document.nodes[index].span.start <= document.nodes[child].span.start)
      }
    }
  }

  @Test func takesLinearTime() {
    for text in ["\t", " ", "- ", "    - a\n", "<p>\n", "      ```\n"] {
      let document = Self.read(String(repeating: text, count: 200_000 / text.utf8.count) + "x\n", hasFreeLines: true)
      #expect(!document.nodes.isEmpty)
    }
  }
}
