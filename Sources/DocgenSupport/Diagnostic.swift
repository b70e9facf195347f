/// How much a finding weighs; the order is from light to heavy.
public enum Severity: String, Sendable, CaseIterable, Comparable {
  case note
  case warning
  case error

  /// Whether a severity weighs less than another.
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
  /// Only blanks were put in.
  case blanks
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
public struct Diagnostic: Sendable {
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

  /// The name of the rule (`mismatched-parameter-name`).
  public var rule: String
  /// The name of the rule's group (`parameter`).
  public var group: String
  /// How much the finding weighs, as the rule or the configuration says.
  public var severity: Severity
  /// The page's id, in lower case.
  public var page: String
  /// The locale that the finding is about.
  public var locale: String
  /// What is wrong, in one sentence without a full stop.
  public var message: Message
  /// The place of the wrong fact, or of the page's start where it is missing.
  public var location: SourceLocation
  /// Which of the page's facts it is about, where the values do not tell: the name of a parameter, the label of a value.
  public var slot: String?
  /// The normalised value that the source has, where the rule compares values.
  public var expected: String?
  /// The normalised value that stands here.
  public var actual: String?
  /// What kind of change made the value differ, where the rule tells it.
  public var damage: Damage?
  /// How the source changed, of a translation that is behind.
  public var change: SourceChangeClass?
  /// Further places, the source language's first.
  public var related: [Related]
  /// How the finding is mended, where that is known.
  public var fix: Fix?

  /// Makes a finding of its parts.
  public init(
    rule: String, group: String, severity: Severity, page: String, locale: String, message: Message,
    location: SourceLocation, slot: String? = nil, expected: String? = nil, actual: String? = nil,
    damage: Damage? = nil, related: [Related] = [], fix: Fix? = nil
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
    self.related = related
    self.fix = fix
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
