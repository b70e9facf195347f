import DocgenModel
import DocgenSupport

extension ByteBuffer {
  /// Appends text of a page for a site: `&`, `<` and `>` as character references, and without characters that HTML
  /// does not allow.
  mutating func appendText(_ text: UnsafeBufferPointer<UInt8>) {
    appendClean(text, escapesQuotes: false)
  }

  /// Appends text for a site.
  mutating func appendText(_ text: String) {
    var text = text
    text.withUTF8 { appendClean($0, escapesQuotes: false) }
  }

  /// Appends the value of an attribute in double quotes for a site.
  mutating func appendAttributeValue(_ text: String) {
    var text = text
    text.withUTF8 { appendClean($0, escapesQuotes: true) }
  }

  /// Appends the value of an attribute in double quotes for a site.
  mutating func appendAttributeValue(_ text: UnsafeBufferPointer<UInt8>) { appendClean(text, escapesQuotes: true) }

  private mutating func appendClean(_ text: UnsafeBufferPointer<UInt8>, escapesQuotes: Bool) {
    guard let base = text.baseAddress else { return }
    var runStart = 0
    var index = 0
    while index < text.count {
      let byte = base[index]
      // Letters come first: they are most of what there is.
      if byte > UInt8(ascii: ">"), byte < 0x7F {
        index += 1
        continue
      }
      var replacement: StaticString = ""
      var length = 1
      switch byte {
      case UInt8(ascii: "&"): replacement = "&amp;"
      case UInt8(ascii: "<"): replacement = "&lt;"
      case UInt8(ascii: ">"): replacement = "&gt;"
      case UInt8(ascii: "\"") where escapesQuotes: replacement = "&quot;"
      case 0x00...0x08, 0x0B...0x1F, 0x7F: break
      case 0xC2 where index + 1 < text.count && base[index + 1] < 0xA0: length = 2
      case 0xEF where index + 2 < text.count && base[index + 1] == 0xBF && base[index + 2] >= 0xBE: length = 3
      default:
        index += 1
        continue
      }
      append(UnsafeBufferPointer(start: base + runStart, count: index - runStart))
      append(replacement)
      index += length
      runStart = index
    }
    append(UnsafeBufferPointer(start: base + runStart, count: text.count - runStart))
  }

  /// Appends the destination of a link as CommonMark's reference renderer does.
  mutating func appendReferenceHref(_ destination: String) {
    for byte in destination.utf8 {
      switch byte {
      case UInt8(ascii: "&"): append("&amp;")
      case UInt8(ascii: "'"): append("&#x27;")
      default: if URLText.isPlain(byte) { append(byte) } else { appendPercentEncoded(byte) }
      }
    }
  }
}
