import DocgenModel
import DocgenSupport

extension TranslationPair {
  /// The fix that writes a name of the source's prose over what stands for it in the translation's.
  ///
  /// There may be hundreds on a page, nearly all of letters, blanks and escaped underscores, which are written the same
  /// in every form that the source's name is; only others are looked up in the document.
  ///
  /// - Parameters:
  ///   - name: The place of the name in the source.
  ///   - place: What stands for it in the translation.
  ///   - isCertain: Whether it does beyond doubt.
  func restoring(nameInProse name: SourceSpan, at place: SourceSpan, isCertain: Bool) -> Fix? {
    let name = Self.withEscape(name, in: source.source)
    let place = Self.withEscape(place, in: translation.source)
    let wanted = source.source.bytes[name.range]
    let found = translation.source.bytes[place.range]
    guard let style = PlainName.style(of: wanted), let ownStyle = PlainName.style(of: found),
      style == .any || style == ownStyle
    else { return restoring(name, at: place, isCertain: isCertain) }
    return Fix([Fix.Edit(place, Array(wanted))], isSafe: isCertain)
  }

  /// A place with the backslash before its first character, where that is an underscore.
  private static func withEscape(_ span: SourceSpan, in file: SourceFile) -> SourceSpan {
    let start = Int(span.start)
    guard start > 0, start < file.bytes.count, file.bytes[start] == UInt8(ascii: "_"),
      file.bytes[start - 1] == UInt8(ascii: "\\")
    else { return span }
    return SourceSpan(start: span.start - 1, end: span.end)
  }
}

/// How a name of nothing but letters, digits, underscores and blanks is written.
private enum PlainName {
  enum Style {
    /// Without underscores.
    case any
    /// Each underscore behind a backslash.
    case escaped
    /// Underscores within the name as they are.
    case bare
  }

  static func style(of text: ArraySlice<UInt8>) -> Style? {
    var style = Style.any
    var previous: UInt8 = 0
    for (index, byte) in zip(text.indices, text) {
      defer { previous = byte }
      if previous == UInt8(ascii: "\\"), byte != UInt8(ascii: "_") { return nil }
      switch byte {
      case 0x20, UInt8(ascii: "\\"), 0x30...0x39, 0x41...0x5A, 0x61...0x7A: break
      case UInt8(ascii: "_"):
        let isEscaped = previous == UInt8(ascii: "\\")
        // At an end of a word it may open or close emphasis.
        if !isEscaped, index == text.startIndex || index + 1 == text.endIndex { return nil }
        let own = isEscaped ? Style.escaped : .bare
        if style != .any, style != own { return nil }
        style = own
      default: return nil
      }
    }
    return previous == UInt8(ascii: "\\") ? nil : style
  }
}
