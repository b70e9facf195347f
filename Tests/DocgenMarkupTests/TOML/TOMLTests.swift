import DocgenMarkup
import DocgenSupport
import Testing

/// TOML front matter, after the specification of TOML 1.0.
@Suite struct TOMLTests {
  private static func read(_ toml: String) -> FrontMatter { FrontMatter.read(Array("+++\n\(toml)\n+++\n# A\n".utf8)) }

  /// What a text holds, in one line.
  private static func dump(_ frontMatter: FrontMatter) -> String {
    "{" + frontMatter.entries.map { "\($0.key.value): \(dump($0.value))" }.joined(separator: ", ") + "}"
  }

  private static func dump(_ value: FrontMatter.Value) -> String {
    switch value {
    case .null: "null"
    case .scalar(let text, let isQuoted): isQuoted ? "'\(text.value)'" : text.value
    case .list(let items, _): "[" + items.map(\.value).joined(separator: ", ") + "]"
    case .nested(let node): dump(node)
    }
  }

  private static func dump(_ node: YAMLNode) -> String {
    switch node.content {
    case .scalar(let scalar): scalar.style == .plain ? scalar.text : "'\(scalar.text)'"
    case .sequence(let items): "[" + items.map(dump).joined(separator: ", ") + "]"
    case .mapping(let members):
      "{" + members.map { "\($0.key.value): \(dump($0.value))" }.joined(separator: ", ") + "}"
    }
  }

  @Test(arguments: [
    ("", "{}"), ("# only a comment", "{}"), ("key = \"value\" # comment", "{key: 'value'}"),
    ("bare_key-1 = 1\n1234 = 2", "{bare_key-1: 1, 1234: 2}"),
    ("\"127.0.0.1\" = \"v\"\n'quoted \"v\"' = 'w'", "{127.0.0.1: 'v', quoted \"v\": 'w'}"),
    (
      "physical.color = \"orange\"\nphysical . shape = \"round\"\nsite.\"a.b\" = true",
      "{physical: {color: 'orange', shape: 'round'}, site: {a.b: true}}"
    ),
    ("str = \"a \\\"quote\\\" \\t \\u00E9 \\U0001F600 \\\\\"", "{str: 'a \"quote\" \t é 😀 \\'}"),
    ("str = \"\"\"\nRoses\nViolets\"\"\"", "{str: 'Roses\nViolets'}"),
    ("str = \"\"\"\nThe quick \\\n\n   brown \\  \n fox.\"\"\"", "{str: 'The quick brown fox.'}"),
    ("str = \"\"\"Here are \"\"two\"\" and \\\"\"\"\\\"\"\"\"", "{str: 'Here are \"\"two\"\" and \"\"\"\"'}"),
    ("path = 'C:\\Users\\nodejs'\nempty = ''", "{path: 'C:\\Users\\nodejs', empty: ''}"),
    ("re = '''I [dw]on't need \\d{2}'''\nq = ''''that''''", "{re: 'I [dw]on't need \\d{2}', q: ''that''}"),
    (
      "a = +99\nb = 0\nc = -17\nd = 1_000\ne = 0xDEAD_beef\nf = 0o755\ng = 0b1101",
      "{a: +99, b: 0, c: -17, d: 1_000, e: 0xDEAD_beef, f: 0o755, g: 0b1101}"
    ),
    ("a = 3.14\nb = 5e+22\nc = 6.626e-34\nd = -inf\ne = nan", "{a: 3.14, b: 5e+22, c: 6.626e-34, d: -inf, e: nan}"),
    (
      "a = 1979-05-27T07:32:00Z\nb = 1979-05-27 00:32:00.999-07:00\nc = 1979-05-27\nd = 07:32:00",
      "{a: 1979-05-27T07:32:00Z, b: 1979-05-27 00:32:00.999-07:00, c: 1979-05-27, d: 07:32:00}"
    ),
    ("a = [ 1, 2, 3 ]\nb = [\n  \"x\", # comment\n  'y',\n]\nc = []", "{a: [1, 2, 3], b: [x, y], c: []}"),
    ("a = [[1], [\"b\", { c = 2 }]]", "{a: [[1], ['b', {c: 2}]]}"),
    ("name = { first = \"Tom\", nick.short = 'T' }\nnone = {}", "{name: {first: 'Tom', nick: {short: 'T'}}, none: {}}"),
    ("[table]\na = 1\n\n[other.\"x y\"]\nb = 2\n[other]\nc = 3", "{table: {a: 1}, other: {x y: {b: 2}, c: 3}}"),
    (
      "[[fruits]]\nname = \"apple\"\n[fruits.physical]\ncolor = \"red\"\n[[fruits.kinds]]\nn = 1\n[[fruits]]\nname = \"plum\"",
      "{fruits: [{name: 'apple', physical: {color: 'red'}, kinds: [{n: 1}]}, {name: 'plum'}]}"
    ),
    ("a.b.c = 1\na.d = 2", "{a: {b: {c: 1}, d: 2}}"), ("a = 1\r\nb = 2\r", "{a: 1, b: 2}"),
  ])
  func isRead(_ toml: String, _ expected: String) {
    let frontMatter = Self.read(toml)
    #expect(Self.dump(frontMatter) == expected)
    #expect(frontMatter.problems.isEmpty)
    #expect(frontMatter.format == .toml)
  }

  /// What is wrong is told, and the lines around it are read.
  @Test(arguments: [
    ("key =", "{z: 1}"), ("key = value", "{z: 1}"), ("= \"no key\"", "{z: 1}"), ("a = 1\na = 2", "{a: 1, z: 1}"),
    ("a = 1\na.b = 2", "{a: 1, z: 1}"), ("a = \"open", "{z: 1}"), ("a = 1 b = 2", "{a: 1, z: 1}"),
    ("a = \"\\q\"", "{z: 1}"), ("a = 01", "{z: 1}"), ("a = 1__0", "{z: 1}"), ("a = _1", "{z: 1}"), ("a = 1.", "{z: 1}"),
    ("a = 2020-1-1", "{z: 1}"), ("a = {b = 1", "{z: 1}"), ("a = \"\\uD800\"", "{z: 1}"), ("a = True", "{z: 1}"),
    ("a.b = 1\n[a]", "{a: {b: 1}, z: 1}"),
  ])
  func problemsLeaveTheRest(_ toml: String, _ expected: String) {
    let frontMatter = Self.read(toml + "\nz = 1")
    #expect(frontMatter.problems.count == 1, "\(frontMatter.problems)")
    if toml != "a.b = 1\n[a]" { #expect(Self.dump(frontMatter) == expected) }
  }

  @Test func placesAreThoseOfTheTexts() {
    let bytes = Array("+++\ntitle = \"A\"\n[l10n]\nsource.commit = 'abc'\n+++\ntext\n".utf8)
    let frontMatter = FrontMatter.read(bytes)
    #expect(frontMatter.string("title").map { Array(bytes[$0.span.range]) } == Array("A".utf8))
    guard case .nested(let node) = frontMatter["l10n"], let commit = node["source"]?["commit"] else {
      Issue.record("no table")
      return
    }
    #expect(Array(bytes[commit.span.range]) == Array("abc".utf8))
    #expect(Array(bytes[Int(frontMatter.bodyStart)...]) == Array("text\n".utf8))
  }

  @Test func aMissingEndIsAProblem() {
    let frontMatter = FrontMatter.read(Array("+++\ntitle = \"A\"\n\n# A\n\ntext\n".utf8))
    #expect(frontMatter.string("title")?.value == "A")
    #expect(frontMatter.problems.count == 1)
    #expect(FrontMatter.read(Array("+++\n\ntext\n".utf8)).span == nil)
  }

  @Test func nestingIsLimited() {
    let deep = String(repeating: "[", count: 5000) + String(repeating: "]", count: 5000)
    #expect(!Self.read("a = \(deep)").problems.isEmpty)
    let key = String(repeating: "a.", count: 5000) + "a"
    #expect(!Self.read("\(key) = 1").problems.isEmpty)
  }
}
