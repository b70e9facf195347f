import DocgenModel
import DocgenSupport

/// A name of three parts and more with points between (`System.IO.FileInfo`), of which one is damaged.
struct DottedName {
  /// The whole name in the source.
  let source: SourceSpan
  /// What became of it in the translation, as far as points join it.
  let translation: SourceSpan

  /// Takes a part of a name of the source with what was found in its place; `nil` if fewer than two points join it to
  /// others.
  init?(holding name: SourceSpan, found place: SourceSpan, in pair: TranslationPair) {
    source = Self.extent(of: name, in: pair.source.source.bytes)
    guard source != name,
      pair.source.source.bytes[source.range].count(where: { $0 == UInt8(ascii: ".") }) > 1
    else { return nil }
    translation = Self.extent(of: place, in: pair.translation.source.bytes)
  }

  /// A place with all names that points join to it.
  private static func extent(of span: SourceSpan, in bytes: [UInt8]) -> SourceSpan {
    let point = UInt8(ascii: ".")
    var (start, end) = (Int(span.start), Int(span.end))
    while start > 1, bytes[start - 1] == point, Identifier.isNameByte(bytes[start - 2]) {
      start -= 1
      while start > 0, Identifier.isNameByte(bytes[start - 1]) { start -= 1 }
    }
    while end + 1 < bytes.count, bytes[end] == point, Identifier.isNameByte(bytes[end + 1]) {
      end += 1
      while end < bytes.count, Identifier.isNameByte(bytes[end]) { end += 1 }
    }
    return SourceSpan(start..<end)
  }
}
