import DocgenSupport
import DocgenTestSupport
import Testing

@Suite struct JSONReaderTests {
  private static func read(_ text: String) throws(JSONError) -> JSONValue { try JSONReader.read(Array(text.utf8)) }

  private static func written(_ value: JSONValue, isIndented: Bool = false) -> String {
    var writer = JSONWriter(isIndented: isIndented)
    writer.value(value)
    return writer.buffer.string
  }

  @Test(arguments: [
    ("null", JSONValue.null), (" true\n", .boolean(true)), ("false", .boolean(false)), ("0", .integer(0)),
    ("-12", .integer(-12)), ("9223372036854775807", .integer(.max)), ("-9223372036854775808", .integer(.min)),
    ("9223372036854775808", .number(9_223_372_036_854_775_808)), ("1.5", .number(1.5)), ("-0.5e-3", .number(-0.0005)),
    ("1E+2", .number(100)), ("1e2", .number(100)), ("\"\"", .string("")), ("[]", .array([])), ("{}", .object([])),
    ("[ 1 , [ ] , { } ]", .array([.integer(1), .array([]), .object([])])),
    ("{\"a\":1,\"A\":2}", .object([JSONMember("a", .integer(1)), JSONMember("A", .integer(2))])),
    ("{\"\":null}", .object([JSONMember("", .null)])),
    (#""\"\\\/\b\f\n\r\t""#, .string("\"\\/\u{8}\u{C}\n\r\t")),
    (#""\u00e9\u20AC\uD83D\uDE00\u0000""#, .string("é€😀\0")),
    ("\"é€😀\u{7F}\u{2028}\"", .string("é€😀\u{7F}\u{2028}")),
  ])
  func reads(text: String, value: JSONValue) throws {
    #expect(try Self.read(text) == value)
    #expect(try Self.read(Self.written(value)) == value)
    #expect(try Self.read(Self.written(value, isIndented: true)) == value)
  }

  /// A file with them can be looked at on a terminal.
  @Test func areWrittenWithoutControlCharacters() {
    let text = "«a\u{7F}b\u{9B}c\u{A0}d\u{80}\u{9F}»é\u{C2}\u{82}"
    #expect(
      Self.written(.string(text))
        == #""«a\u007fb\u009bc\u{A0}d\u0080\u009f»éÂ\u0082""#.replacing("\\u{A0}", with: "\u{A0}"))
  }

  /// Logs that hold JSON are read by programs that take commands out of them; to readers of JSON the texts are the same.
  @Test(arguments: [
    ("##vso[task]", "##vso\\u005btask]"), ("a ##[b] [c]", "a ##\\u005bb] [c]"), ("#[a] o[b] vso[c]", nil),
    ("0123456##[group]", "0123456##\\u005bgroup]"), ("\n##vso[a", "\\n##vso\\u005ba"), ("[a]", nil), ("[", nil),
  ])
  func areWrittenWithoutCommands(text: String, expected: String?) throws {
    let written = Self.written(.string(text))
    #expect(written == "\"\(expected ?? text)\"")
    #expect(try Self.read(written) == .string(text))
  }

  /// Texts that are no JSON; what is said of each is in the snapshot.
  private static let refused = [
    "", " ", "nul", "nulll", "True", "NaN", "-", "+1", "01", "-01", ".5", "1.", "1e", "1e+", "0x10", "1e999", "1 2",
    "'a'",
    "\"", "\"a", "\"\\\"", "\"\\x\"", "\"\\u12\"", "\"\\u12G4\"", "\"\\uD800\"", "\"\\uDC00\"", "\"\\uD800\\u0041\"",
    "\"\\uD800\\n\"", "\"a\nb\"", "\"a\tb\"", "[", "[1", "[1,", "[1,]", "[,1]", "[1 2]", "]", "{", "{\"a\"", "{\"a\":",
    "{\"a\":1", "{\"a\":1,", "{\"a\":1,}", "{a:1}", "{1:1}", "{\"a\" 1}", "{\"a\":1 \"b\":2}", "{\"a\":1,\"a\":2}",
    "{\"a\":1,\"\\u0061\":2}", "[1]x", "// no\n1", "\u{FEFF}1", "\u{A0}1", "[\n  1,\n  é\n]",
  ]

  @Test func refusesWhatIsNoJSON() {
    var text = ""
    for json in Self.refused {
      let escaped = Self.written(.string(json))
      do throws(JSONError) {
        text += "\(escaped)  is read as \(Self.written(try Self.read(json)))\n"
      } catch {
        text += "\(escaped)  \(error)\n"
      }
    }
    Snapshot.expect(text, "json/refused.txt")
  }

  @Test func refusesWhatIsNotUTF8() {
    for bytes: [UInt8] in [[0x22, 0xFF, 0x22], [0x22, 0xC0, 0x80, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22]] {
      #expect(throws: JSONError.self) { try JSONReader.read(bytes) }
    }
  }

  @Test func limitsDepth() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    #expect(throws: Never.self) { try Self.read(nested(JSONReader.depthLimit)) }
    #expect(throws: JSONError.self) { try Self.read(nested(JSONReader.depthLimit + 1)) }
    #expect(throws: JSONError.self) { try Self.read(String(repeating: "[{\"a\":", count: 1_000_000)) }
  }

  /// Names are told apart by their bytes; Swift's strings are equal when they look the same.
  @Test func tellsNamesApartByBytes() throws {
    #expect(try Self.read("{\"\u{E9}\":1,\"e\u{301}\":2}").members?.count == 2)
    let many = (0..<40).map { "\"n\($0)\":0" }.joined(separator: ",")
    #expect(try Self.read("{\(many),\"\u{E9}\":1,\"e\u{301}\":2}").members?.count == 42)
    #expect(throws: JSONError.self) { try Self.read("{\(many),\"n7\":0}") }
    #expect(throws: JSONError.self) { try Self.read("{\(many),\"\u{E9}\":1,\"\u{E9}\":2}") }
  }

  /// Objects of many members and long texts take time in proportion to their length.
  @Test(.timeLimit(.minutes(1))) func staysLinear() throws {
    let members = (0..<200_000).map { "\"member \($0)\":\($0)" }.joined(separator: ",")
    #expect(try Self.read("{\(members)}").members?.count == 200_000)
    let escapes = String(repeating: "\\n", count: 2_000_000)
    #expect(try Self.read("\"\(escapes)\"").string?.utf8.count == 2_000_000)
  }
}
