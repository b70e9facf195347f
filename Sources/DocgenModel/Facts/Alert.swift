import DocgenMarkup
import DocgenSupport

/// A note, warning or the like that a page sets apart from its text.
package struct Alert: Sendable {
  /// What kind of alert it is.
  package var kind: AlertKind
  /// The index of the alert's node.
  package var node: Int
  /// The place of the whole alert.
  package var span: SourceSpan
}
