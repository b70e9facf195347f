import DocgenModel
import DocgenSupport
import DocgenTestSupport
import Testing

@Suite struct SignatureRobustnessTests {
  private static let infoStrings = ["mof", "C++", "syntax", "", "VB", "JScript", "csharp", "xml", "idl"] + readers

  private static let readers = [
    "ts", "js", "python", "java", "kotlin", "go", "rust", "swift", "php", "ruby", "powershell", "sh", "http", "sql",
    "graphql", "webidl", "protobuf", "css", "text",
  ]

  /// A generator with a fixed start, so that a failure can be repeated.
  private struct Generator: RandomNumberGenerator {
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    mutating func next() -> UInt64 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return state
    }
  }

  private func parse(_ bytes: [UInt8], _ infoString: String) {
    let signature = bytes.withUnsafeBufferPointer { Signature.parse($0, infoString: infoString) }
    var last: Int32 = 0
    for token in signature.tokens {
      #expect(token.span.start >= last && token.span.end > token.span.start && Int(token.span.end) <= bytes.count)
      last = token.span.end
    }
    bytes.withUnsafeBufferPointer { #expect(signature.firstDifference(in: $0, from: signature, in: $0) == nil) }
  }

  @Test(arguments: SignatureFixture.all)
  func survivesDamage(_ fixture: SignatureFixture) {
    var generator = Generator()
    let original = Array(fixture.bytes[fixture.content])
    let pieces = Array("{}()[]<>\"'*&;:,#=./\\~\u{A0}\n_".utf8)
    for round in 0..<100 {
      var bytes = original
      for _ in 0...Int.random(in: 0..<6, using: &generator) where !bytes.isEmpty {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<5, using: &generator) {
        case 0: bytes.remove(at: place)
        case 1: bytes.insert(pieces[Int.random(in: 0..<pieces.count, using: &generator)], at: place)
        case 2: bytes[place] = UInt8.random(in: 0...255, using: &generator)
        case 3: bytes.removeSubrange(place..<min(bytes.count, place + 20))
        default: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 30)], at: place)
        }
      }
      parse(bytes, round % 3 == 0 ? Self.infoStrings[round % Self.infoStrings.count] : fixture.infoString)
    }
  }

  @Test(arguments: SignatureFixture.all)
  func survivesEveryEnd(_ fixture: SignatureFixture) {
    let original = Array(fixture.bytes[fixture.content])
    for end in original.indices { parse(Array(original[..<end]), fixture.infoString) }
  }

  @Test(arguments: ReaderFixture.all)
  func survivesDamageInReaders(_ fixture: ReaderFixture) {
    var generator = Generator()
    let pieces = Array("{}()[]<>\"'*&;:,#=./\\~|-$@?!\n_".utf8)
    for source in fixture.signatures {
      let original = Array(source.utf8)
      for end in stride(from: 1, to: original.count, by: 3) { parse(Array(original[..<end]), fixture.infoString) }
      for info in Self.readers {
        var bytes = original
        let place = Int.random(in: 0...bytes.count, using: &generator)
        bytes.insert(pieces[Int.random(in: 0..<pieces.count, using: &generator)], at: place)
        parse(bytes, info)
      }
    }
  }

  @Test(arguments: [
    "(", "[", "{", "<", "\"", "'", "/*", "*", "struct {", "a(", "a<", "[a(", "int (*f)(", "typedef struct {",
    "#define a(",
    "class A : ", "enum {a=", "\"\\", "&quot;", "namespace a {", "operator ", "a.", "a::", "=", "~a(", "template<",
    "\u{A0}",
    "\u{200B}a", "[in] ", "(*", "((a)", "_In_(", ",", "a,", "STDMETHOD(", "[,]", "'\\''", "<!--", "<a b=\"",
    "[-a ", "[-a] <", "a{", "def a(", "class A:\n ", "GET /{", "a(a, ", "fn a<", "func a(", "-a [", "<a ", "a -> ",
    "@a(",
    "GET /a\n", "a: <", "@a {", "A-B [-a <", "'''", "SELECT (", "a|", "{a|", "def a\n ",
  ])
  func takesLinearTimeForRepetitions(_ piece: String) {
    for infoString in Self.infoStrings {
      let length = Self.readers.contains(infoString) ? 20_000 : 50_000
      let bytes = Array(String(repeating: piece, count: length / piece.utf8.count).utf8)
      let time = threadTime {
        _ = bytes.withUnsafeBufferPointer { Signature.parse($0, infoString: infoString) }
      }
      // Linear is some hundredths of a second without optimisation, quadratic minutes.
      #expect(time < 2, "\(piece) as \(infoString)")
    }
  }
}
