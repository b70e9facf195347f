import DocgenModel
import DocgenSupport

extension LocalizedPage {
  /// Whether a tag stands in backquotes: where Markdown is not read, they show as themselves, which is a finding of its own,
  /// and the tag was meant as code.
  func showsBackquote(before tag: SourceSpan) -> Bool {
    tag.start > 0 && source.bytes[Int(tag.start) - 1] == UInt8(ascii: "`")
  }
}
