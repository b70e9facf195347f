import DocgenModel
import DocgenSupport

/// A name of three parts and more with points between (`System.IO.FileInfo`), of which one is damaged, or of two that were
/// torn apart besides (`boxapi. H` for `BoxApi.h`).
struct DottedName {
  /// The whole name in the source.
  let source: SourceSpan
  /// What became of it in the translation, as far as points join it.
  let translation: SourceSpan

  /// Takes a part of a name of the source with what was found in its place; `nil` if fewer than two points join it to
  /// others, and it is not torn from the one after it.
  init?(holding name: SourceSpan, found place: SourceSpan, in pair: TranslationPair) {
    let bytes = pair.translation.source.bytes
    let (source, text) = (Self.extent(of: name, in: pair.source.source.bytes), pair.source.source.bytes)
    guard source != name else { return nil }
    self.source = source
    if text[source.range].count(where: { $0 == UInt8(ascii: ".") }) > 1 {
      translation = Self.extent(of: place, in: bytes)
      return
    }
    guard source.start == name.start,
      let end = Self.end(of: text[Int(name.end) + 1..<Int(source.end)], tornFrom: place, in: bytes)
    else { return nil }
    translation = SourceSpan(start: place.start, end: end)
  }

  /// Where the second part of a name ends that stands after a place, a point and spaces.
  private static func end(of part: ArraySlice<UInt8>, tornFrom place: SourceSpan, in bytes: [UInt8]) -> Int32? {
    guard bytes[Int(place.end)...].starts(with: ". ".utf8) else { return nil }
    let rest = bytes[Int(place.end)...].dropFirst().drop { $0 == 0x20 }
    let end = rest.startIndex + part.count
    guard end <= bytes.count, ASCIICase.equal(bytes[rest.startIndex..<end], part),
      end == bytes.count || !Identifier.isNameByte(bytes[end])
    else { return nil }
    return Int32(truncatingIfNeeded: end)
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
