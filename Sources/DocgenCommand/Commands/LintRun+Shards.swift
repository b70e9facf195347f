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
  ///   - progress: Where the work is shown.
  /// - Returns: What was found in them.
  /// - Throws: What is wrong with the history that is named.
  static func record(
    _ options: LintOptions, _ project: Project, _ pages: Range<Int>, isFirst: Bool, _ progress: ProgressLine
  ) throws(CommandFailure) -> LintRecord {
    let linter = linter(options, project, try history(options, project))
    let done = Atomic<Int>(0)
    return linter.record(ofPages: pages, readsContents: isFirst, jobs: options.project.jobs) {
      let done = done.wrappingAdd(1, ordering: .relaxed).newValue
      progress.report(done: done, of: pages.count) {
        MessageCatalog.source.text(Self.messages.checking(done, pages.count))
      }
    }
  }
}

extension LintRecord {
  /// All of it as bytes.
  var bytes: [UInt8] {
    var writer = StateWriter()
    write(to: &writer)
    return writer.bytes
  }

  /// The findings in the pages that are shown, as far as the pages alone tell.
  func shown(_ configuration: Configuration) -> [Diagnostic] {
    configuration.stalePages == .fold ? findings.filter { $0.foldedInto == nil } : findings
  }
}
