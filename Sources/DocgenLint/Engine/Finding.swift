import DocgenModel
import DocgenSupport

/// What a rule found, in offsets; ``Findings`` turns it into a diagnostic.
struct Finding {
  var message: String
  var span: SourceSpan
  /// Where the finding weighs otherwise than its rule does.
  var severity: Severity?
  var expected: String?
  var actual: String?
  var damage: Damage?
  /// The fact in the source language.
  var sourceSpan: SourceSpan?
  /// Further places in the source, each with what is to be seen there.
  var sourcePlaces: [Located<String>] = []
  /// How the source changed, of a translation that is behind.
  var change: SourceChangeClass?
  /// What it is about where its values do not tell; see ``about(_:)``.
  private(set) var fact: String?

  init(
    _ message: String, at span: SourceSpan, severity: Severity? = nil, expected: String? = nil,
    actual: String? = nil, damage: Damage? = nil, source sourceSpan: SourceSpan? = nil
  ) {
    self.message = message
    self.span = span
    self.severity = severity
    self.expected = expected
    self.actual = actual
    self.damage = damage
    self.sourceSpan = sourceSpan
  }

  /// The finding, told apart from others with the same values by the fact that it is about.
  ///
  /// The fact is a name or key that no language changes: the parameter whose direction differs. It outlives edits, so that
  /// a baseline knows the finding again.
  func about(_ fact: String?) -> Finding {
    var finding = self
    finding.fact = fact
    return finding
  }

  /// A changed name or value, with its class of damage.
  static func changed(
    _ message: String, from source: Located<String>, to actual: Located<String>, severity: Severity? = nil
  ) -> Finding {
    Finding(
      message, at: actual.span, severity: severity, expected: source.value, actual: actual.value,
      damage: Damage.classify(expected: source.value, actual: actual.value), source: source.span)
  }
}
