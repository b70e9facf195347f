import DocgenLint
import DocgenModel
import DocgenSupport
import Synchronization

extension LintRun {
  /// The history of the source, where there is one.
  static func history(_ options: LintOptions, _ project: Project) throws(CommandFailure) -> SourceHistory? {
    try SourceHistory.find(
      options.adoption.sourceHistory ?? project.configuration.sourceHistory, project.catalog)
  }

  /// A linter of all pages, whatever other pages say of them.
  static func linter(
    _ options: LintOptions, _ project: Project, _ history: SourceHistory?
  ) -> Linter {
    Linter(
      loader: project.loader, settings: settings(options, project.configuration), mappings: project.linkMappings,
      history: history?.pages)
  }

  /// Looks at some of the pages of a project, for a machine that has all records to put together.
  ///
  /// - Parameters:
  ///   - options: What the command line asks for.
  ///   - project: The project.
  ///   - pages: The pages, by their indices in the catalog.
  ///   - isFirst: What is looked at once is looked at, too: tables of contents.
  ///   - history: That of the source, where there is one.
  ///   - kept: What is known of the pages from the run before; `nil` to look at all.
  ///   - progress: Where the work is shown.
  /// - Returns: What was found in them.
  static func record(
    _ options: LintOptions, _ project: Project, _ pages: Range<Int>, isFirst: Bool, _ history: SourceHistory?,
    _ kept: KeptParts? = nil, _ progress: ProgressLine
  ) -> ShardFindings {
    let linter = linter(options, project, history)
    let done = Atomic<Int>(0)
    let record = linter.record(ofPages: pages, readsContents: isFirst, jobs: options.project.jobs, kept: kept) {
      let done = done.wrappingAdd(1, ordering: .relaxed).newValue
      progress.report(done: done, of: pages.count) {
        MessageCatalog.source.text(Self.messages.checking(done, pages.count))
      }
    }
    return ShardFindings(record, history: history?.notes)
  }
}
