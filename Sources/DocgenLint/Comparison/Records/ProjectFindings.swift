import DocgenModel
import DocgenSupport

/// Collects the findings that only the comparison of pages shows.
///
/// Their pages are no longer in memory, so that lines and columns are worked out from the files at the end.
struct ProjectFindings {
  private struct Place: Hashable {
    var page: Int
    var locale: Int
  }

  private let project: LintProject
  private let settings: LintSettings
  private let contents: [String: [UInt8]]
  private var findings: [Place: [(finding: Finding, rule: Rule)]] = [:]

  init(project: LintProject, settings: LintSettings, contents: [String: [UInt8]]) {
    self.project = project
    self.settings = settings
    self.contents = contents
  }

  /// Adds a finding about a page, by its index in the catalog, in one locale.
  mutating func add(_ finding: Finding, of rule: Rule, page: Int, locale: Int) {
    findings[Place(page: page, locale: locale), default: []].append((finding, rule))
  }

  /// The text of a place in a file, without escapes; `nil` if the file has gone.
  func text(_ span: SourceSpan, page: Int, locale: Int) -> String? {
    guard let path = project.catalog.entries[page].files[locale],
      let bytes = try? read(path)
    else { return nil }
    let file = SourceFile(path: path, bytes: bytes)
    return String(
      decoding: file.bytes[span.range.clamped(to: 0..<file.bytes.count)].filter { $0 != UInt8(ascii: "\\") },
      as: UTF8.self)
  }

  private func read(_ path: String) throws(FileError) -> [UInt8] {
    if let bytes = contents[path] { return bytes }
    return try project.catalog.read(path)
  }

  /// Turns the findings into diagnostics; files that have gone since they were read are failures.
  func diagnostics() -> (diagnostics: [Diagnostic], failures: [FileError]) {
    var diagnostics: [Diagnostic] = []
    var failures: [FileError] = []
    for (place, found) in findings {
      let entry = project.catalog.entries[place.page]
      guard let path = entry.files[place.locale] else { continue }
      do throws(FileError) {
        let bytes = try read(path)
        var collector = Findings(
          settings: settings, page: entry.id, locale: project.catalog.locales[place.locale],
          file: SourceFile(path: path, bytes: bytes))
        for (finding, rule) in found { collector.add(finding, of: rule) }
        diagnostics += collector.diagnostics
      } catch {
        failures.append(error)
      }
    }
    return (diagnostics, failures)
  }
}
