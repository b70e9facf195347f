import DocgenModel
import DocgenSupport

extension TranslationPair {
  /// The fix that writes a name of the source's prose over what stands for it in the translation's.
  ///
  /// - Parameters:
  ///   - name: The place of the name in the source.
  ///   - place: What stands for it in the translation.
  ///   - isCertain: Whether it does beyond doubt.
  /// - Returns: `nil` if markup stands in the way.
  func restoring(nameInProse name: SourceSpan, at place: SourceSpan, isCertain: Bool) -> Restoration? {
    alignment.restoration(
      ofName: Self.withEscape(name, in: source.source), at: Self.withEscape(place, in: translation.source),
      isCertain: isCertain)
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
