/// A text in the form in which words of a language are compared.
///
/// Case, the kind and number of spaces, a colon at the end, its width and the form of the apostrophe make no difference. Markdown
/// escapes and entities are the caller's to remove.
package struct FoldedText: Hashable, Sendable {
  /// The folded text as UTF-8.
  package let bytes: [UInt8]

  /// Folds a text.
  ///
  /// - Complexity: O(*n*) in the number of bytes.
  package init(_ text: String) {
    var text = text
    self = text.withUTF8 { FoldedText($0) }
  }

  /// Folds a text of valid UTF-8.
  package init(_ text: UnsafeBufferPointer<UInt8>) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count)
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte < 0x80 {
        Self.append(ascii: byte, to: &bytes)
        index += 1
      } else {
        let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
        let end = min(index + length, text.count)
        Self.append(UnsafeBufferPointer(rebasing: text[index..<end]), to: &bytes)
        index = end
      }
    }
    while let last = bytes.last, last == 0x20 || last == UInt8(ascii: ":") { bytes.removeLast() }
    self.bytes = bytes
  }

  /// Takes bytes that are folded already.
  init(bytes: [UInt8]) { self.bytes = bytes }

  /// Hashes the bytes as a whole.
  package func hash(into hasher: inout Hasher) {
    bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
  }

  private static func append(ascii byte: UInt8, to bytes: inout [UInt8]) {
    switch byte {
    case 0x20, 0x09...0x0D:
      if !bytes.isEmpty, bytes.last != 0x20 { bytes.append(0x20) }
    case 0x41...0x5A: bytes.append(byte | 0x20)
    default: bytes.append(byte)
    }
  }

  /// Appends the scalar that a sequence of two to four bytes stands for.
  private static func append(_ sequence: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    guard let scalar = String(decoding: sequence, as: UTF8.self).unicodeScalars.first else { return }
    switch scalar.value {
    case 0x00A0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: append(ascii: 0x20, to: &bytes)
    case 0x2019: bytes.append(UInt8(ascii: "'"))
    case 0xFF1A: bytes.append(UInt8(ascii: ":"))
    default: bytes.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
    }
  }
}
