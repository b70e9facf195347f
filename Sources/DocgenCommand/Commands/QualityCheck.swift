import DocgenLint
import DocgenModel
import DocgenRender
import DocgenSupport

/// Checks the content of a site, as `docgen lint` would, for the pages that show its quality.
enum QualityCheck {
  /// Runs the check with the rules, suppressions and baseline of the project.
  ///
  /// - Parameters:
  ///   - project: The project.
  ///   - options: What the command line says of it.
  ///   - shards: What was found in the pages by all shards; `nil` to look at them.
  ///   - progress: Where the work is shown.
  /// - Returns: What was found, and what there is to say about how, each in one sentence.
  /// - Throws: What is wrong with the configuration, or with a file.
  static func run(
    _ project: Project, _ options: ProjectOptions, shards: ShardFindings? = nil, progress: ProgressLine
  ) throws(CommandFailure) -> (report: QualityReport, problems: [String]) {
    var lint = LintOptions()
    lint.project = options
    let found = try LintRun.run(lint, project, .source, shards: shards, progress: progress)
    let languages = UserLanguage(project.locales)
    var report = QualityReport(findings: found.diagnostics, states: found.states, messages: [])
    for locale in project.catalog.locales {
      let language = UserLanguage.match(locale, among: languages.names) ?? MessageCatalog.source.language
      report.messages.append(try MessageCatalog.read(language, from: project.locales))
      report.summaries.append(summaries(in: language))
    }
    report.suppressed = found.summary.suppressed
    report.baselined = found.summary.baselined
    return (report, found.messages.map { MessageCatalog.source.text($0) })
  }

  /// What the rules find, by their names.
  private static func summaries(in language: String) -> [String: QualityReport.Summary] {
    var summaries: [String: QualityReport.Summary] = [:]
    for rule in RuleCatalog.all {
      let page = RulePages.page(of: rule, in: language)
      summaries[rule.id] = QualityReport.Summary(
        text: page?.summary ?? rule.summary, language: page?.language ?? RulePage.sourceLanguage)
    }
    return summaries
  }
}
