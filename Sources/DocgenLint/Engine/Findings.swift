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
    var places = finding.sourcePlaces
    if let span = finding.sourceSpan { places.insert(Located("the source value", at: span), at: 0) }
    var related: [Diagnostic.Related] = []
    if !places.isEmpty, let source {
      if sourceLines == nil { sourceLines = LineTable(source.bytes) }
      if let sourceLines {
        related = places.map {
          Diagnostic.Related(location: location($0.span, in: source, sourceLines), message: $0.value)
        }
      }
    }
    var diagnostic = Diagnostic(
      rule: rule.id, group: rule.group.rawValue, severity: severity, page: page, locale: locale,
      message: finding.message, location: location(finding.span, in: file, lines), slot: finding.slot,
      expected: finding.expected, actual: finding.actual, damage: finding.damage, related: related,
      fix: finding.fix.flatMap { fix($0, lines) })
    diagnostic.change = finding.change
    diagnostics.append(diagnostic)
  }

  private func location(_ span: SourceSpan, in file: SourceFile, _ lines: LineTable) -> SourceLocation {
    SourceLocation(file: file.path, start: lines.position(of: span.start), end: lines.position(of: span.end))
  }

  /// A fix with its places; nothing for a file whose bytes are not those that were read.
  private func fix(_ fix: Fix, _ lines: LineTable) -> Diagnostic.Fix? {
    guard !file.hasEncodingErrors, !fix.edits.isEmpty else { return nil }
    return Diagnostic.Fix(
      fix.applicability,
      edits: fix.edits.map { edit in
        Diagnostic.Fix.Edit(
          span: edit.span, start: lines.position(of: edit.span.start), end: lines.position(of: edit.span.end),
          text: String(decoding: edit.text, as: UTF8.self))
      })
  }
}
