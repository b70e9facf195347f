import DocgenModel
import DocgenSupport

/// What a rule found, in offsets; ``Findings`` turns it into a diagnostic.
struct Finding {
  var message: Message
  var span: SourceSpan
  /// The severity, where it is not that of the rule.
  var severity: Severity?
  /// Which fact it is about, where the values do not tell.
  private(set) var slot: String?
  var expected: String?
  var actual: String?
  var damage: Damage?
  /// The fact in the source language.
  var sourceSpan: SourceSpan?
  /// The fix, if there is one.
  var fix: Restoration?
  /// Further places in the source, each with what is to be seen there.
  var sourcePlaces: [Located<Message>] = []
  /// The parts of the source that are not there at all: the finding tells of all that they hold.
  private(set) var lost: [SourceSpan] = []
  /// The parts of the page that the source does not have: the finding tells of all that they hold.
  private(set) var added: [SourceSpan] = []
  /// The finding tells of the facts in its parts, too, which are missed wherever they belong otherwise.
  private(set) var tellsOfFacts = false
  /// How the source changed, of a translation that is behind.
  var change: SourceChangeClass?

  init(
    _ message: Message, at span: SourceSpan, severity: Severity? = nil, expected: String? = nil,
    actual: String? = nil, damage: Damage? = nil, source sourceSpan: SourceSpan? = nil, fix: Restoration? = nil
  ) {
    self.message = message
    self.span = span
    self.severity = severity
    self.expected = expected
    self.actual = actual
    self.damage = damage
    self.sourceSpan = sourceSpan
    self.fix = fix
  }

  /// A changed name or value, with its class of damage.
  static func changed(
    _ message: Message, from source: Located<String>, to actual: Located<String>, severity: Severity? = nil,
    fix: Restoration? = nil
  ) -> Finding {
    Finding(
      message, at: actual.span, severity: severity, expected: source.value, actual: actual.value,
      damage: Damage.classify(expected: source.value, actual: actual.value), source: source.span,
      fix: fix)
  }

  /// The same finding as one that tells of all that parts of the page hold, which its source does not have.
  func standing(for added: SourceSpan?...) -> Finding { standing(for: added.compactMap(\.self)) }

  /// The same finding as one that tells of all that parts of the page hold, which its source does not have.
  func standing(for added: [SourceSpan]) -> Finding {
    var finding = self
    finding.added = added
    return finding
  }

  /// The same finding as one that tells of all that parts of the source hold, which are not there.
  func standing(forSource lost: SourceSpan?..., withFacts tellsOfFacts: Bool = false) -> Finding {
    standing(forSource: lost.compactMap(\.self), withFacts: tellsOfFacts)
  }

  /// The same finding as one that tells of all that parts of the source hold, which are not there.
  func standing(forSource lost: [SourceSpan], withFacts tellsOfFacts: Bool = false) -> Finding {
    var finding = self
    finding.lost = lost
    finding.tellsOfFacts = tellsOfFacts
    return finding
  }

  /// The same finding about a fact of a name: two findings about different facts must not be taken for the same.
  func about(_ slot: String?) -> Finding {
    var finding = self
    finding.slot = slot
    return finding
  }
}
