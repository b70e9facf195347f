import DocgenRender
import DocgenSupport
import Testing

@Suite struct MustacheTests {
  private static func render(
    _ templates: [String: String], _ context: TemplateValue...
  ) throws -> String {
    let set = try TemplateSet(["page"]) { templates[$0].map { Array($0.utf8) } }
    var buffer = ByteBuffer()
    try set.render("page", context, into: &buffer)
    return buffer.string
  }

  private static func failure(_ templates: [String: String]) -> String {
    do {
      _ = try render(templates, [:])
      return "no error"
    } catch {
      return "\(error)"
    }
  }

  // MARK: - Values

  @Test func looksUpNamesFromTheLastContextToTheFirst() throws {
    let text = try Self.render(
      ["page": "{{title}} {{ui.next}} {{lang}}"],
      ["title": "site", "ui": ["next": "Weiter"]], ["title": "page", "lang": "de"])
    #expect(text == "page Weiter de")
  }

  @Test func hidesSectionsOfEmptyTextButNotOfZero() throws {
    let text = try Self.render(
      ["page": "{{#text}}a{{/text}}{{#bytes}}b{{/bytes}}{{#number}}{{.}}{{/number}}{{^text}}-{{/text}}"],
      ["text": "", "bytes": .bytes([]), "number": 0])
    #expect(text == "0-")
  }

  @Test func writesReadyBytesAsTheyAre() throws {
    let html = TemplateValue.bytes(Array("<p>ä</p>\n".utf8))
    #expect(try Self.render(["page": "{{{.}}}{{.}}"], html) == "<p>ä</p>\n&lt;p&gt;ä&lt;/p&gt;\n")
  }

  @Test func writesBooleansAndNumbers() throws {
    let text = try Self.render(
      ["page": "{{a}} {{b}} {{c}} {{d}}."], ["a": true, "b": false, "c": -3, "d": .double(0.5)])
    #expect(text == "true false -3 0.5.")
  }

  @Test func replacesAMemberThatIsSetAgain() throws {
    var object = TemplateObject()
    object["a"] = "1"
    object["a"] = "2"
    object["b"] = nil
    #expect(try Self.render(["page": "{{a}}{{b}}"], .object(object)) == "2")
  }

  // MARK: - Lines

  @Test func indentsTheLinesOfAPartialButNotItsValues() throws {
    let text = try Self.render(
      ["page": "<ul>\n  {{>items}}\n</ul>\n", "items": "{{#items}}\n<li>\n  {{{.}}}\n</li>\n{{/items}}\n"],
      ["items": ["a\nb", ""]])
    #expect(text == "<ul>\n  <li>\n    a\nb\n  </li>\n  <li>\n    \n  </li>\n</ul>\n")
  }

  @Test func keepsTheIndentationBeforeAParentWithinText() throws {
    let text = try Self.render(["page": "a\n  {{<box}}{{/box}} b\n", "box": "[{{$x}}-{{/x}}]"], [:])
    #expect(text == "a\n  [-] b\n")
  }

  @Test func leavesBlocksInsideAnArgumentToTheTemplatesAround() throws {
    let text = try Self.render(
      [
        "page": "{{<middle}}{{$body}}page{{/body}}{{/middle}}",
        "middle": "{{<outer}}{{$body}}({{$body}}middle{{/body}}){{/body}}{{/outer}}",
        "outer": "<{{$body}}outer{{/body}}>",
      ], [:])
    #expect(text == "<page>")
  }

  @Test func anArgumentThatShowsItsOwnBlockEnds() throws {
    let text = try Self.render(
      ["page": "{{<box}}{{$x}}a{{$x}}b{{/x}}{{/x}}{{/box}}", "box": "{{$x}}{{/x}}"], [:])
    #expect(text == "ab")
  }

  @Test func reachesTemplatesByDynamicNames() throws {
    let templates = ["page": "{{#all}}{{>*kind}}{{/all}}", "method": "m", "class": "c"]
    let set = try TemplateSet(["page", "method", "class"]) { templates[$0].map { Array($0.utf8) } }
    var buffer = ByteBuffer()
    try set.render("page", [["all": [["kind": "class"], ["kind": "method"], ["kind": "none"]]]], into: &buffer)
    #expect(buffer.string == "cm")
  }

  // MARK: - Errors

  @Test(arguments: [
    ("a\n  {{#b}}", "page.mustache:2:3: 'b' is opened here and never closed: add its end tag '{{/b}}'"),
    ("ä{{/b}}", "page.mustache:1:2: '{{/b}}' closes nothing: remove it, or open 'b' before it"),
    (
      "{{#a}}\n{{#b}}\n{{/a}}",
      "page.mustache:3:1: '{{/a}}' stands where 'b' of line 2 is still open: close that first with '{{/b}}'"
    ),
    ("a {{b", "page.mustache:1:3: this tag is never closed: end it with '}}'"),
    ("a {{{b}}", "page.mustache:1:3: this tag is never closed: end it with '}}}'"),
    ("{{", "page.mustache:1:1: this tag is never closed: end it with '}}'"),
    ("{{}}", "page.mustache:1:1: this tag is empty: write a name between the braces"),
    ("{{>}}", "page.mustache:1:1: this tag names no template: write '{{>name}}'"),
    ("{{$}}{{/}}", "page.mustache:1:1: this block has no name: write '{{$name}}'"),
    (
      "{{a b}}",
      "page.mustache:1:1: a name holds no whitespace, but this tag says 'a b': write one name, or close the tag"
    ),
    (
      "{{=<%=}}",
      "page.mustache:1:1: this tag must give two delimiters with a space between them and no '=' in them,"
        + " as in '{{=<% %>=}}'"
    ),
    (
      "\n{{>head}}",
      "page.mustache:2:1: there is no template 'head': add 'head.mustache' to the templates, or correct the name"
    ),
  ])
  func saysWhatIsWrongAndWhere(template: String, message: String) {
    #expect(Self.failure(["page": template]) == message)
  }

  @Test func saysWhichTemplateIsMissing() {
    let message = "page.mustache: there is no such template: add 'page.mustache' to the templates"
    #expect(Self.failure([:]) == message)
  }

  @Test(arguments: [
    ["page": "{{>page}}"],
    ["page": "{{>other}}", "other": "{{<page}}{{/page}}"],
    ["page": "{{$a}}{{<page}}{{$b}}{{/b}}{{/page}}{{/a}}"],
  ])
  func stopsTemplatesThatShowThemselves(templates: [String: String]) {
    #expect(Self.failure(templates).contains("stand more than 200 deep in each other"))
  }

  @Test func takesAnyBytes() {
    // Every prefix of a template with all its tags, and every byte in place of each of its own.
    let text =
      "a\r\n {{#a}}{{{b.c}}}\n {{/a}}{{^a}}{{&d}}{{/a}}{{<p}}{{$x}}\n  y\n{{/x}}{{/p}}{{>*p}}{{=| |=}}|!c|"
    let template = Array(text.utf8)
    let load = { (name: String, source: [UInt8]) in name == "page" ? source : Array("{{$x}}{{/x}}".utf8) }
    for length in 0...template.count {
      let source = Array(template[..<length])
      _ = try? Self.rendered { load($0, source) }
    }
    for index in template.indices {
      for byte in [UInt8(0), 0x0A, 0x20, 0x23, 0x2A, 0x2F, 0x3D, 0x7B, 0x7D, 0xFF] {
        var source = template
        source[index] = byte
        _ = try? Self.rendered { load($0, source) }
      }
    }
  }

  private static func rendered(_ load: (String) -> [UInt8]?) throws -> [UInt8] {
    let set = try TemplateSet(["page"], allowsMissingTemplates: true, load: load)
    var buffer = ByteBuffer()
    try set.render("page", [["a": [["b": ["c": "<"]]], "p": "p"]], into: &buffer)
    return buffer.bytes
  }

  @Test func readsDeepNestingWithoutDeepRecursion() throws {
    let depth = 50_000
    let source = String(repeating: "{{#a}}", count: depth) + String(repeating: "{{/a}}", count: depth)
    #expect(try Self.render(["page": source], [:]) == "")
    #expect(throws: TemplateError.self) { try Self.render(["page": source], ["a": true]) }
  }
}
