import DocgenSupport

/// The restoration of a name that is written with letters, digits, underscores, points and spaces, as nearly all are.
///
/// Such a name is written in the same way in every form of text that has its underscores as the source has them, so
/// that nothing has to be looked up in the documents.
package struct PlainRestoration {
  /// What is written, which are the source's own bytes.
  package let text: [UInt8]
  /// Whether only whitespace is wrong.
  package let isOfWhitespaceAlone: Bool

  /// `nil` if the names are the same, or one of them is written in another way.
  package init?(_ wanted: ArraySlice<UInt8>, over found: ArraySlice<UInt8>) {
    guard let style = Self.style(of: wanted, isWritten: true), let own = Self.style(of: found, isWritten: false),
      style == .any || style == own, wanted != found
    else { return nil }
    text = Array(wanted)
    isOfWhitespaceAlone = wanted.lazy.filter { $0 != 0x20 }.elementsEqual(found.lazy.filter { $0 != 0x20 })
  }

  private enum Style {
    /// Without underscores.
    case any
    /// Each underscore after a backslash.
    case escaped
    /// Underscores as they are, none at an end where it may open or close emphasis.
    case bare
  }

  /// How a name is written; of what is written over, all that is never markup may be a part.
  private static func style(of text: ArraySlice<UInt8>, isWritten: Bool) -> Style? {
    guard let first = text.first, let last = text.last, first != 0x20, last != 0x20, last != UInt8(ascii: "\\")
    else { return nil }
    var style = Style.any
    var previous: UInt8 = 0
    for (index, byte) in zip(text.indices, text) {
      let isEscaped = previous == UInt8(ascii: "\\")
      switch byte {
      case UInt8(ascii: "_"):
        if !isEscaped, index == text.startIndex || index + 1 == text.endIndex { return nil }
        let own = isEscaped ? Style.escaped : .bare
        if style != .any, style != own { return nil }
        style = own
      case UInt8(ascii: "\\"), 0x20, 0x30...0x39, 0x41...0x5A, 0x61...0x7A:
        if isEscaped { return nil }
      case UInt8(ascii: "-"), UInt8(ascii: "."):
        // At the start of a line, and before a space, they may begin a list.
        let isWithin = Identifier.isNameByte(previous) && index + 1 < text.endIndex && text[index + 1] != 0x20
        if isEscaped || isWritten && !isWithin { return nil }
      case UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: ";"), 0x80...:
        if isEscaped || isWritten { return nil }
      default: return nil
      }
      previous = byte
    }
    return style
  }
}
