import DocgenLint
import DocgenMarkup
import DocgenModel
import DocgenSupport

/// All that the program can say in the user's language.
enum ProgramMessages {
  /// What says something, lowest modules first.
  static let sources: [any MessageSource.Type] =
    [Message.self, SkippedEntryMessages.self] + FrontMatter.messageSources + [SuppressionReader.self]
    + RuleCatalog.messageSources + commandSources

  private static let commandSources: [any MessageSource.Type] = [
    BaselineRun.self, ChangedPages.self, NamedPaths.self, HistoryNotes.self, TextReporter.self, LintReport.self,
    FixSummary.self, FoldedFindings.self, LintStatisticsReporter.self, GitHubReporter.self, GitHubStepSummary.self,
    JUnitReporter.self, SARIFReporter.self, ConfigurationKey.self, ProjectNotice.self, FirstPage.self, FixRun.self,
    LintRun.self, LintCommand.self,
  ]
}
