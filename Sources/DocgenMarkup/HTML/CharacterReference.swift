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
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    bytes.withUnsafeBufferPointer { bytes in
      var index = 0
      while index < bytes.count {
        if bytes[index] == UInt8(ascii: "&"), let (text, length) = decode(bytes, at: index) {
          result += text
          index += length
        } else {
          result.append(bytes[index])
          index += 1
        }
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
