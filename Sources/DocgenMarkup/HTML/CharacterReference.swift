import CCmark
import DocgenSupport

/// HTML character references (`&nbsp;`, `&#8211;`), by libcmark-gfm's table of all of HTML's.
public enum CharacterReference {
  /// A text with its character references resolved.
  public static func decoded(_ text: String) -> String {
    let mayHold = text.utf8.withContiguousStorageIfAvailable { bytes in
      ByteSearch.firstIndex(of: UInt8(ascii: "&"), in: UnsafeRawBufferPointer(bytes), from: 0) != nil
    }
    if mayHold == false { return text }
    return Array(text.utf8).withUnsafeBufferPointer { decoded($0, in: $0.indices) }
  }

  /// A part of a text with its character references resolved; one that its end cuts off stays as it is.
  static func decoded(_ text: UnsafeBufferPointer<UInt8>, in range: Range<Int>) -> String {
    guard text[range].contains(UInt8(ascii: "&")) else { return String(decoding: text[range], as: UTF8.self) }
    var result: [UInt8] = []
    var index = range.lowerBound
    while index < range.upperBound {
      if text[index] == UInt8(ascii: "&"), let (character, length) = decode(text, at: index),
        index + length <= range.upperBound
      {
        result += character
        index += length
      } else {
        result.append(text[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Decodes the reference that starts with the `&` at an index; `nil` if there is none.
  static func decode(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> (text: [UInt8], length: Int)? {
    guard index + 2 < text.count, let base = text.baseAddress else { return nil }
    // The longest name has 31 letters.
    let available = min(text.count - index - 1, 40)
    guard text[index + 1..<index + 1 + available].contains(UInt8(ascii: ";")) else { return nil }
    var buffer = cmark_strbuf()
    cmark_strbuf_init(cmark_get_default_mem_allocator(), &buffer, 16)
    defer { cmark_strbuf_free(&buffer) }
    let length = houdini_unescape_ent(&buffer, base + index + 1, bufsize_t(available))
    guard length > 0 else { return nil }
    return (Array(UnsafeBufferPointer(start: buffer.ptr, count: Int(buffer.size))), Int(length) + 1)
  }
}
