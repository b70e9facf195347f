import DocgenMarkup
import DocgenSupport
import Testing

/// Front matter in other forms than YAML between lines at the start of the page.
@Suite struct FrontMatterFormsTests {
  private static func read(_ text: String) -> FrontMatter { FrontMatter.read(Array(text.utf8)) }

  @Test(arguments: [
    "{\n  \"title\": \"A\",\n  \"draft\": true,\n  \"tags\": [\"x\", \"y\"],\n  \"menu\": {\"main\": {\"weight\": 1}}\n}\n\n# A\n",
    "{\"title\": \"A\", \"draft\": true}\n# A\n",
  ])
  func jsonIsRead(_ text: String) {
    let frontMatter = Self.read(text)
    #expect(frontMatter.format == .json)
    #expect(frontMatter.string("title")?.value == "A")
    #expect(frontMatter.string("draft")?.value == "true")
    #expect(frontMatter.problems.isEmpty)
  }

  @Test(arguments: [
    "{{< note >}}\ntext\n", "{ a }\n", "{\n", "{\"a\": 1} text\n", "{\"a\" 1}\n", "{}\n\ntext\n", "{\n  x\n}\n",
  ])
  func textIsNoJSON(_ text: String) {
    #expect(Self.read(text).span == nil)
    #expect(Self.read(text).bodyStart == 0)
  }

  @Test(arguments: [
    "<!-- SPDX-License-Identifier: MIT -->\n---\ntitle: A\n---\n# A\n", "\n\n---\ntitle: A\n---\n# A\n",
    "<!--\n  Copyright\n-->\n\n---\ntitle: A\n---\n# A\n", "<!-- a --> <!-- b -->\r\n---\r\ntitle: A\r\n---\r\n# A\n",
    "<!-- a -->\n+++\ntitle = \"A\"\n+++\n# A\n",
  ])
  func maystandBelowAComment(_ text: String) {
    let frontMatter = Self.read(text)
    #expect(frontMatter.string("title")?.value == "A")
    #expect(frontMatter.problems.isEmpty)
    #expect(Array(text.utf8)[Int(frontMatter.bodyStart)...].elementsEqual("# A\n".utf8))
  }

  @Test(arguments: [
    "\n---\n\ntext\n\n---\n", "<!-- a -->\n\ntext\n\n---\ntitle: A\n---\n", "<!-- open\n---\ntitle: A\n---\n",
    "\n---\ntext only\n---\n", "\n  ---\n  title: A\n  ---\n", "<!-- a -->\n---\ntitle: A\n\nB: c\n---\n",
  ])
  func textBelowACommentIsText(_ text: String) {
    #expect(Self.read(text).span == nil)
  }

  @Test(arguments: [
    "---\ntitle: A\n# a comment\n---\n# A\n", "---\ntitle: A\n# one\n# two: three\n---\n# A\n",
    "---\ntitle: A\nkeys:\n- a\n\n# a comment\n---\n# A\n",
  ])
  func commentsMayStandLast(_ text: String) {
    let frontMatter = Self.read(text)
    #expect(frontMatter.problems.isEmpty)
    #expect(Array(text.utf8)[Int(frontMatter.bodyStart)...].elementsEqual("# A\n".utf8))
  }
}
