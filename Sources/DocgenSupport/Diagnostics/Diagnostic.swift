/// The severity of a finding, in ascending order.
public enum Severity: String, Sendable, CaseIterable, Comparable {
  case note
  case warning
  case error

  /// Whether a severity is lower than another.
  public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }
}

/// What happened to a name or value that no translation may change.
public enum Damage: String, Sendable, CaseIterable {
  /// Only whitespace was put in.
  case whitespace = "blanks"
  /// Only the case of letters differs.
  case `case`
  /// Words took the place of the name.
  case translated
  /// A number differs.
  case number
  /// A part or all of it is gone.
  case lost
  case other
}

/// How the source of a translation changed since it was translated, by what the change means.
public enum SourceChangeClass: String, Sendable, CaseIterable {
  /// A name, a value or a signature.
  case facts
  /// What the text says, and no fact.
  case prose
  /// White space, markup or escapes.
  case cosmetic
  /// The front matter alone.
  case metadata
  /// The page is gone.
  case deleted
  /// It is known only that it changed.
  case unknown
}

/// A place in a file, in lines and columns.
public struct SourceLocation: Hashable, Sendable {
  /// The path relative to the content directory.
  public var file: String
  /// The first character.
  public var start: SourcePosition
  /// The end, exclusive.
  public var end: SourcePosition

  /// Makes a location of its parts.
  public init(file: String, start: SourcePosition, end: SourcePosition) {
    self.file = file
    self.start = start
    self.end = end
  }
}

/// One finding about the content: what is wrong, where, and what was expected.
///
/// It has many parts, never changes, and is passed on more often than it is looked at: so it is shared, not copied.
public final class Diagnostic: Sendable {
  /// A second place that explains the finding, such as the fact in the source language.
  public struct Related: Sendable {
    /// Where to look.
    public var location: SourceLocation
    /// What is to be seen there.
    public var message: Message

    /// Makes a second place of its parts.
    public init(location: SourceLocation, message: Message) {
      self.location = location
      self.message = message
    }
  }

  /// A finding that explains another: by its rule and place.
  public struct Explanation: Hashable, Sendable {
    /// The name of its rule.
    public var rule: String
    /// Where it stands.
    public var location: SourceLocation

    /// Makes an explanation of its parts.
    public init(rule: String, location: SourceLocation) {
      self.rule = rule
      self.location = location
    }
  }

  /// The name of the rule (`mismatched-parameter-name`).
  public let rule: String
  /// The name of the rule's group (`parameter`).
  public let group: String
  /// The severity, as the rule or the configuration says.
  public let severity: Severity
  /// The page's id, in lower case.
  public let page: String
  /// The locale that the finding is about.
  public let locale: String
  /// What is wrong, in one sentence without a full stop.
  public let message: Message
  /// The place of the wrong fact, or of the page's start where it is missing.
  public let location: SourceLocation
  /// Which of the page's facts it is about, where the values do not tell: the name of a parameter, the label of a value.
  public let slot: String?
  /// The normalised value that the source has, where the rule compares values.
  public let expected: String?
  /// The normalised value that stands here.
  public let actual: String?
  /// What kind of change made the value differ, where the rule tells it.
  public let damage: Damage?
  /// How the source changed, of a translation that is behind.
  public let change: SourceChangeClass?
  /// The finding that explains this one: the translation is behind its source, and right beside what was translated, the
  /// section is missing that holds what this one misses, or the page is of another edition.
  public let foldedInto: Explanation?
  /// Further places, the source language's first.
  public let related: [Related]
  /// The fix of the finding, if one is known.
  public let fix: Fix?

  /// Makes a finding of its parts.
  public init(
    rule: String, group: String, severity: Severity, page: String, locale: String, message: Message,
    location: SourceLocation, slot: String? = nil, expected: String? = nil, actual: String? = nil,
    damage: Damage? = nil, change: SourceChangeClass? = nil, foldedInto: Explanation? = nil,
    related: [Related] = [], fix: Fix? = nil
  ) {
    self.rule = rule
    self.group = group
    self.severity = severity
    self.page = page
    self.locale = locale
    self.message = message
    self.location = location
    self.slot = slot
    self.expected = expected
    self.actual = actual
    self.damage = damage
    self.change = change
    self.foldedInto = foldedInto
    self.related = related
    self.fix = fix
  }

  /// The finding without a fix.
  public var withoutFix: Diagnostic {
    Diagnostic(
      rule: rule, group: group, severity: severity, page: page, locale: locale, message: message, location: location,
      slot: slot, expected: expected, actual: actual, damage: damage, change: change, foldedInto: foldedInto,
      related: related)
  }

  /// The finding in other words, with another severity.
  public func told(_ message: Message, as severity: Severity) -> Diagnostic {
    Diagnostic(
      rule: rule, group: group, severity: severity, page: page, locale: locale, message: message, location: location,
      slot: slot, expected: expected, actual: actual, damage: damage, change: change, foldedInto: foldedInto,
      related: related, fix: fix)
  }

  /// The finding with another severity.
  public func withSeverity(_ severity: Severity) -> Diagnostic { told(message, as: severity) }

  /// The finding as one that another explains.
  public func folded(into explanation: Diagnostic) -> Diagnostic {
    Diagnostic(
      rule: rule, group: group, severity: severity, page: page, locale: locale, message: message, location: location,
      slot: slot, expected: expected, actual: actual, damage: damage, change: change,
      foldedInto: Explanation(rule: explanation.rule, location: explanation.location), related: related, fix: fix)
  }

  /// The total order in which findings are printed: file, line, column, rule, message, then what is left.
  ///
  /// It is the same in whatever language findings are told.
  public static func precedes(_ left: Diagnostic, _ right: Diagnostic) -> Bool {
    if left.location.file != right.location.file {
      return left.location.file.utf8.lexicographicallyPrecedes(right.location.file.utf8)
    }
    if left.location.start != right.location.start { return left.location.start < right.location.start }
    if left.rule != right.rule { return left.rule < right.rule }
    if left.message != right.message { return left.message < right.message }
    return left.locale < right.locale
  }
}
