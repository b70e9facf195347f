import DocgenSupport

/// How comments are written in a language.
package struct CommentSyntax: Sendable {
  /// One way to write a comment.
  struct Form: Sendable {
    /// What begins a comment.
    let start: [UInt8]
    /// What ends it; the end of the line where it is empty.
    let end: [UInt8]
    /// The comment has to be the first thing on its line.
    let beginsLine: Bool
  }

  private(set) var forms: [Form] = []
  /// A single quote opens a literal of one character, and is a mark elsewhere (`&'a str`).
  package let quotesCharacters: Bool
  /// The bytes that a comment may begin with.
  private var starts = [Bool](repeating: false, count: 256)

  /// Reads the forms as the data has them: `#`, `^rem`, `/* */`; longer marks win.
  ///
  /// - Parameters:
  ///   - comments: One text for each form.
  ///   - docstrings: Marks around texts that are comments where they begin a line.
  ///   - quotesCharacters: Whether a single quote opens a literal of one character.
  init(comments: [String], docstrings: [String], quotesCharacters: Bool) {
    self.quotesCharacters = quotesCharacters
    forms =
      comments.map(Self.form) + docstrings.map { Form(start: Array($0.utf8), end: Array($0.utf8), beginsLine: true) }
    forms.sort { $0.start.count > $1.start.count }
    for form in forms {
      guard let first = form.start.first else { continue }
      starts[Int(first)] = true
      if Self.isLetter(first) { starts[Int(first ^ 0x20)] = true }
    }
  }

  private static func form(_ text: String) -> Form {
    let beginsLine = text.utf8.first == UInt8(ascii: "^")
    let parts = text.utf8.split(separator: 0x20).map { Array($0) }
    let start = Array(parts.first?.dropFirst(beginsLine ? 1 : 0) ?? [])
    guard parts.count > 1, let end = parts.last else { return Form(start: start, end: [], beginsLine: beginsLine) }
    // Of `^=begin ^=end`, the end begins a line, too.
    return Form(start: start, end: Array(end.drop { $0 == UInt8(ascii: "^") }), beginsLine: beginsLine)
  }

  /// Whether a comment may begin with a byte.
  @inline(__always)
  package func mayStart(with byte: UInt8) -> Bool { starts[Int(byte)] }

  /// The end of the comment that begins at an offset; `nil` if none does.
  ///
  /// - Complexity: O(*n*) in the length of the comment, or of the text where a comment that spans lines is not closed.
  package func end(in text: UnsafeBufferPointer<UInt8>, at offset: Int, startsLine: Bool) -> Int? {
    for form in forms where matches(form, in: text, at: offset, startsLine: startsLine) {
      let inside = offset + form.start.count
      guard !form.end.isEmpty else { return lineEnd(in: text, from: inside) }
      var index = inside
      while index + form.end.count <= text.count {
        if text[index] == form.end[0], Self.has(form.end, in: text, at: index) { return index + form.end.count }
        index += 1
      }
      return text.count
    }
    return nil
  }

  private func matches(
    _ form: Form, in text: UnsafeBufferPointer<UInt8>, at offset: Int, startsLine: Bool
  ) -> Bool {
    guard Self.has(form.start, in: text, at: offset), startsLine || !form.beginsLine else { return false }
    let end = offset + form.start.count
    if let last = form.start.last, Self.isLetter(last) {
      return end >= text.count || !SignatureText.isWordByte(text[end])
    }
    // `#[` opens an attribute.
    if form.end.isEmpty, form.start == [UInt8(ascii: "#")], end < text.count, text[end] == UInt8(ascii: "[") {
      return false
    }
    // `#include` and `#define` are code.
    if form.beginsLine, form.start == [UInt8(ascii: "#")], end < text.count, Self.isLetter(text[end]) { return false }
    guard offset > 0, form.end.isEmpty else { return true }
    return isFree(after: text[offset - 1], form.start[0])
  }

  /// Whether a comment up to the end of a line may follow a byte: `a#b`, `50\%` and `https://` hold none.
  private func isFree(after byte: UInt8, _ start: UInt8) -> Bool {
    if start == UInt8(ascii: "/") { return byte != UInt8(ascii: ":") }
    switch byte {
    case 0...0x20, UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["),
      UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: "{"):
      return true
    default:
      return false
    }
  }

  private func lineEnd(in text: UnsafeBufferPointer<UInt8>, from offset: Int) -> Int {
    var index = offset
    while index < text.count, text[index] != 0x0A, text[index] != 0x0D { index += 1 }
    return index
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  private static func has(_ mark: [UInt8], in text: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
    guard !mark.isEmpty, offset + mark.count <= text.count else { return false }
    for index in mark.indices where ASCIICase.lowercased(text[offset + index]) != mark[index] { return false }
    return true
  }
}
