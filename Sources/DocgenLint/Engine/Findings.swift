import DocgenModel
import DocgenSupport

/// Collects the findings about one page in one locale as diagnostics.
///
/// Lines and columns are worked out only where there is something to report.
struct Findings {
  private let settings: LintSettings
  private let page: String
  private let locale: String
  private let file: SourceFile
  private let source: SourceFile?
  private var lines: LineTable?
  private var sourceLines: LineTable?
  private(set) var diagnostics: [Diagnostic] = []

  init(settings: LintSettings, page: String, locale: String, file: SourceFile, source: SourceFile? = nil) {
    self.settings = settings
    self.page = page
    self.locale = locale
    self.file = file
    self.source = source
  }

  mutating func add(_ finding: Finding, of rule: Rule) {
    guard let severity = settings.severity(of: rule, finding: finding.severity, in: page, locale: locale) else {
      return
    }
    if lines == nil { lines = LineTable(file.bytes) }
    guard let lines else { return }
    diagnostics.append(
      Diagnostic(
        rule: rule.id, group: rule.group.rawValue, severity: severity, page: page, locale: locale,
        message: finding.message, location: location(finding.span, in: file, lines), slot: finding.slot,
        expected: finding.expected, actual: finding.actual, damage: finding.damage, change: finding.change,
        related: related(to: finding), fix: finding.fix.flatMap { fix($0, lines) }))
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
    if let span = finding.sourceSpan { add(span, Self.sourceValue) }
    for place in finding.sourcePlaces { add(place.span, place.value) }
    return related
  }

  private static let sourceValue: Message = "the source value"

  private func location(_ span: SourceSpan, in file: SourceFile, _ lines: LineTable) -> SourceLocation {
    let places = lines.positions(of: span)
    return SourceLocation(file: file.path, start: places.lowerBound, end: places.upperBound)
  }

  /// A fix with its places; nothing for a file whose bytes are not those that were read.
  private func fix(_ fix: Restoration, _ lines: LineTable) -> Diagnostic.Fix? {
    guard !file.hasEncodingErrors, !fix.edits.isEmpty else { return nil }
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
