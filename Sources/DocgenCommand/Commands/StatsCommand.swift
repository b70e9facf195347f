import DocgenExport
import DocgenModel
import DocgenSupport
import Synchronization

/// `docgen stats`: tells how much of the pages the model understands.
struct StatsCommand: Command {
  static let description = CommandDescription(
    name: "stats", summary: "Count what the model understands and what it does not",
    discussion: [
      """
      Counts pages by kind and facts by what they are, for each locale and each of its topmost folders, and lists what \
      was not understood on reference pages: sections without a role, signatures that are no declarations, and labels, \
      directions and column heads that the vocabulary of the locale lacks, each with its first place.
      """,
      "Where nothing says which locale is the source, it is English, or else the first.",
    ],
    optionGroups: StatsOptions.groups,
    examples: [
      .init(arguments: "stats", explanation: "Count the project of the working directory."),
      .init(
        arguments: "stats --content docs --locale de --missing",
        explanation: "Show the words to add to locales/de/vocabulary.yml."),
    ],
    commonOptions: ["content", "source-locale", "format", "missing", "at-least"])

  let options: StatsOptions

  init(_ arguments: ParsedArguments) throws(UsageError) {
    options = try StatsOptions(arguments)
  }

  func run(_ console: Console) throws(CommandFailure) -> ExitStatus {
    let progress = options.terminal.progress(on: console)
    defer { progress.clear() }
    if let shard = options.shard {
      let run = try ShardRun(
        shard, ShardWork(kind: .statistics, project: options.project), jobs: options.project.jobs,
        output: options.outputFile, cache: .off, console)
      let failures = try run.count(progress)
      progress.clear()
      return console.say(failures: failures.map(\.description))
    }
    let clock = ContinuousClock()
    let start = clock.now
    let project = try Project(options.project, .all)
    try project.checkPages()
    let total = project.catalog.entries.count
    let done = Atomic<Int>(0)
    let statistics = ModelStatistics(project.loader, jobs: options.project.jobs) {
      progress.report("Counting", done: done.wrappingAdd(1, ordering: .relaxed).newValue, of: total)
    }
    progress.clear()
    var report = StatsReport(statistics: statistics, leastCount: options.leastCount)
    if options.showsTime {
      report.time = StatsReport.Time(clock.now - start, pages: statistics.pageCount, jobs: options.project.jobs)
    }
    return try Self.tell(report, project, options, on: console)
  }

  /// Writes statistics of a project, and tells how that ends the program.
  static func tell(
    _ report: StatsReport, _ project: Project, _ options: StatsOptions, on console: Console
  ) throws(CommandFailure) -> ExitStatus {
    if let path = options.outputFile {
      try OutputFile.write(path) { write(report, options, to: $0) }
    } else {
      write(report, options, to: console.output)
    }
    for problem in project.noticeLines + project.skippedFiles { console.say(problem) }
    return console.say(failures: (project.catalog.failures + report.statistics.failures).map(\.description))
  }

  private static func write(_ report: StatsReport, _ options: StatsOptions, to output: Output) {
    if options.wantsMissing { return MissingWordsReporter().write(report, to: output) }
    switch options.format {
    case .text: StatsTableReporter().write(report, to: output)
    case .json: StatsJSONReporter().write(report, to: output)
    }
  }
}
