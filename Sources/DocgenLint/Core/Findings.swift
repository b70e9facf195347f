import DocgenModel
import DocgenSupport

/// A part of a page that a finding tells of as a whole.
struct FindingPart {
  let span: SourceSpan
  /// The index of the finding.
  let finding: Int
  /// It tells of the facts in the part, too.
  var tellsOfFacts = false
}

/// Collects the findings about one page in one locale as diagnostics.
///
/// Lines and columns are worked out only where there is something to report.
struct Findings: MessageSource {
  struct Messages: MessageSet {
    let sourceValue = PlainMessage("the source value")
  }

  private let settings: LintSettings
  private let page: String
  private let locale: String
  private let file: SourceFile
  private let source: SourceFile?
  private var lines: LineTable?
  private var sourceLines: LineTable?
  private(set) var diagnostics: [Diagnostic] = []
  /// Where each of them begins, in the page and in its source.
  private(set) var starts: [(own: Int32, source: Int32?)] = []
  /// The parts of the page and of its source that findings tell of as a whole, with the index of the finding.
  private(set) var parts: (added: [FindingPart], lost: [FindingPart]) = ([], [])
  /// What cannot be compared, because a code block before it is not closed.
  var incomparable: (own: [SourceSpan], source: [SourceSpan]) = ([], [])
  /// Where findings begin, in the page and in its source, whether or not they are wanted.
  private var places: (own: Set<Int32>, source: Set<Int32>) = ([], [])
  /// What those that stand for a text cover of the page.
  private var spans: [SourceSpan] = []
  /// Refuses fixes that would lose text; `nil` if nothing is fixed.
  private let guardian: FixGuard?

  init(
    settings: LintSettings, page: String, locale: String, file: SourceFile, source: SourceFile? = nil,
    guardian: FixGuard? = nil
  ) {
    self.settings = settings
    self.page = page
    self.locale = locale
    self.file = file
    self.source = source
    self.guardian = guardian
  }

  mutating func add(_ finding: Finding, of rule: Rule) {
    if isIncomparable(finding) { return }
    places.own.insert(finding.span.start)
    if !finding.span.isEmpty { spans.append(finding.span) }
    if let start = finding.sourceSpan?.start { places.source.insert(start) }
    guard let severity = settings.severity(of: rule, finding: finding.severity, in: page, locale: locale) else {
      return
    }
    if lines == nil { lines = LineTable(file.bytes) }
    guard let lines else { return }
    starts.append((finding.span.start, finding.sourceSpan?.start ?? finding.sourcePlaces.first?.span.start))
    parts.added += finding.added.map { FindingPart(span: $0, finding: diagnostics.count) }
    parts.lost += finding.lost.map {
      FindingPart(span: $0, finding: diagnostics.count, tellsOfFacts: finding.tellsOfFacts)
    }
    diagnostics.append(
      Diagnostic(
        rule: rule.id, group: rule.group.rawValue, severity: severity, page: page, locale: locale,
        message: finding.message, location: location(finding.span, in: file, lines), slot: finding.slot,
        expected: finding.expected, actual: finding.actual, damage: finding.damage, change: finding.change,
        related: related(to: finding), fix: finding.fix.flatMap { fix($0, lines) }))
  }

  /// Lets a finding be one that another explains, both by their indices.
  mutating func fold(_ index: Int, into explanation: Int) {
    diagnostics[index] = diagnostics[index].folded(into: diagnostics[explanation])
  }

  /// Takes the fix of a finding away, by its index.
  mutating func withdrawFix(of index: Int) { diagnostics[index] = diagnostics[index].withoutFix }

  /// Makes a finding at least as severe as another, which it stands for, both by their indices.
  mutating func raise(_ explanation: Int, to index: Int) {
    let severity = diagnostics[index].severity
    guard diagnostics[explanation].severity < severity else { return }
    diagnostics[explanation] = diagnostics[explanation].withSeverity(severity)
  }

  /// Whether a finding begins at a place of the page.
  func hasOne(in span: SourceSpan) -> Bool { Self.hasOne(in: span, places.own) }

  /// What findings about texts of the page cover so far.
  var coveredPlaces: CoveredPlaces { CoveredPlaces(spans) }

  /// Whether a finding is about a place of the source.
  func hasOne(aboutSource span: SourceSpan) -> Bool { Self.hasOne(in: span, places.source) }

  private static func hasOne(in span: SourceSpan, _ places: Set<Int32>) -> Bool {
    !places.isEmpty && (span.start..<max(span.end, span.start + 1)).contains(where: places.contains)
  }

  private func isIncomparable(_ finding: Finding) -> Bool {
    if incomparable.own.isEmpty, incomparable.source.isEmpty { return false }
    let source = finding.sourceSpan ?? finding.sourcePlaces.first?.span
    return incomparable.own.contains { $0.start <= finding.span.start && finding.span.start <= $0.end }
      || source.map { span in incomparable.source.contains { $0.start <= span.start && span.start <= $0.end } } ?? false
  }

  /// The places in the source that explain a finding, the value itself first.
  private mutating func related(to finding: Finding) -> [Diagnostic.Related] {
    guard let source, finding.sourceSpan != nil || !finding.sourcePlaces.isEmpty else { return [] }
    let lines = sourceLines ?? LineTable(source.bytes)
    sourceLines = lines
    var related: [Diagnostic.Related] = []
    related.reserveCapacity(finding.sourcePlaces.count + 1)
    func add(_ span: SourceSpan, _ message: Message) {
      related.append(Diagnostic.Related(location: location(span, in: source, lines), message: message))
    }
    if let span = finding.sourceSpan { add(span, Self.messages.sourceValue) }
    for place in finding.sourcePlaces { add(place.span, place.value) }
    return related
  }

  private func location(_ span: SourceSpan, in file: SourceFile, _ lines: LineTable) -> SourceLocation {
    let places = lines.positions(of: span)
    return SourceLocation(file: file.path, start: places.lowerBound, end: places.upperBound)
  }

  /// A fix with its places; `nil` for a file whose bytes are not those that were read.
  private func fix(_ fix: Restoration, _ lines: LineTable) -> Diagnostic.Fix? {
    guard !file.hasEncodingErrors, !fix.edits.isEmpty, let guardian,
      guardian.allows(fix.edits.map { FixGuard.Edit($0.span, $0.text) })
    else { return nil }
    return Diagnostic.Fix(
      fix.isSafe ? .safe : .unsafe,
      edits: fix.edits.map { edit in
        let places = lines.positions(of: edit.span)
        return Diagnostic.Fix.Edit(
          span: edit.span, start: places.lowerBound, end: places.upperBound,
          text: String(decoding: edit.text, as: UTF8.self))
      })
  }
}
