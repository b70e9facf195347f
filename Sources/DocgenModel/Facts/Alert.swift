import DocgenMarkup
import DocgenSupport

/// A note, warning or the like that a page sets apart from its text.
public struct Alert: Sendable {
  /// What kind of alert it is.
  public var kind: AlertKind
  /// The index of the alert's node.
  public var node: Int
  /// The place of the whole alert.
  public var span: SourceSpan
}
