import DocgenModel
import DocgenSupport

/// Findings in tables of contents.
extension Linter {
  /// What is to be said of the tables of contents, where all of the project is looked at.
  ///
  /// - Returns: The findings in any order, and the files that could not be read.
  func lintContents() -> (diagnostics: [Diagnostic], failures: [FileError]) {
    guard scope == nil, !contentsChecks.isEmpty else { return ([], []) }
    let catalog = loader.catalog
    let files = catalog.resources.filter { $0.path == "toc.yml" || $0.path.hasSuffix("/toc.yml") }
    if files.isEmpty { return ([], []) }
    let targets = ContentsTargets(project)
    var sources: [String: LocaleContents] = [:]
    var result: (diagnostics: [Diagnostic], failures: [FileError]) = ([], [])
    // Those of the source come first.
    for file in files {
      do throws(FileError) {
        let bytes = try catalog.read(file.file)
        let contents = LocaleContents(
          SourceFile(path: file.file, bytes: bytes), path: file.path, locale: file.locale, targets)
        let id = file.path.lowercased()
        if file.locale == PageCatalog.source { sources[id] = contents }
        result.diagnostics += findings(contents, beside: file.locale == PageCatalog.source ? nil : sources[id])
      } catch {
        result.failures.append(error)
      }
    }
    return result
  }

  private func findings(_ contents: LocaleContents, beside source: LocaleContents?) -> [Diagnostic] {
    var findings = Findings(
      settings: settings, page: String(contents.path.dropLast(4)).lowercased(),
      locale: loader.catalog.locales[contents.locale], file: contents.file, source: source?.file)
    let pair = ContentsPair(contents: contents, source: source, project: project)
    for check in contentsChecks { check.check(pair, &findings) }
    return findings.diagnostics
  }
}
