import DocgenLint
import DocgenSupport

/// `docgen lint`: finds what translations changed that no language may change.
struct LintCommand: Command, MessageSource {
  struct Messages: MessageSet {
    let written = MessageForm<Message, String>("{1}; written to '{2}'")
    let notUTF8 = MessageForm<String>("'{1}' is not UTF-8 and is left as it is; convert it to have it fixed")
  }

  static let description = CommandDescription(
    name: "lint", summary: "Check translated pages against the source language",
    discussion: [
      """
      Reads every page of every locale into one model and compares the facts: names, signatures, parameters, \
      return codes, requirements. What each language writes for itself is not compared.
      """
    ],
    positionals: [
      .init(
        placeholder: "PATH",
        help: """
          A file or folder to check, from the working directory or below the content; of a page of the source language, \
          its translations as well. Default: everything.
          """, isRepeatable: true)
    ],
    optionGroups: LintOptions.groups,
    examples: [
      .init(arguments: "lint", explanation: "Check the project of the working directory."),
      .init(
        arguments: "lint --content docs --source-locale en --locale de",
        explanation: "Check the German pages in 'docs', which needs no configuration."),
      .init(
        arguments: "lint --format sarif --output findings.sarif", explanation: "Write the findings for other programs."
      ),
      .init(arguments: "lint --statistics", explanation: "Count findings by rule, locale and folder."),
      .init(arguments: "lint --diff", explanation: "Show what can be fixed safely."),
      .init(arguments: "lint --fix", explanation: "Fix it, and report what is left."),
      .init(
        arguments: "lint --baseline baseline.json --write-baseline",
        explanation: "Keep silent about the findings of today; leave out --write-baseline from then on."),
      .init(
        arguments: "lint --changed-since origin/main",
        explanation: "Check what changed since the branch left 'main', committed or not."),
      .init(arguments: "lint --watch", explanation: "Check again whenever something is saved."),
    ],
    commonOptions: ["content", "source-locale", "rule", "ignore", "fix", "diff", "changed-since", "baseline", "format"])

  let options: LintOptions
  /// What the user wants, as it is written.
  let arguments: ParsedArguments

  init(options: LintOptions) {
    self.options = options
    arguments = ParsedArguments()
  }

  init(_ arguments: ParsedArguments) throws(UsageError) {
    options = try LintOptions(arguments)
    self.arguments = arguments
  }

  func run(_ console: Console) throws(CommandFailure) -> ExitStatus {
    if let shard = options.shard { return try check(shard, console) }
    guard options.watches else { return try runOnce(console) }
    return try LintWatch(project: options.project, console: console).run { () throws(CommandFailure) in
      _ = try runOnce(console)
    }
  }

  private func runOnce(_ console: Console) throws(CommandFailure) -> ExitStatus {
    let timings = options.terminal.showsTimings ? RunTimings() : nil
    let status = try runOnce(console, timings)
    // What is said now is not kept: the next run takes another time.
    if let timings { TimingsText.write(timings, to: console.errorOutput) }
    return status
  }

  private func runOnce(_ console: Console, _ timings: RunTimings?) throws(CommandFailure) -> ExitStatus {
    guard let remembered = remembered(console) else { return try check(console, nil, timings) }
    return try remembered.run(on: console, resultFile: options.outputFile) { console, notes throws(CommandFailure) in
      try check(console, notes, timings)
    }
  }

  /// What is kept of the run; `nil` if it writes or reads something else than the findings of files.
  private func remembered(_ console: Console) -> RememberedRun? {
    let writesSummary = options.format == .github && console.environment["GITHUB_STEP_SUMMARY"] != nil
    guard options.fixing == nil, options.unsavedFile == nil, !writesSummary, !options.adoption.writesBaseline,
      options.adoption.changedSince == nil, let configuration = try? Configuration.load(options.project),
      let folder = CacheFolder.find(options.cache, configuration, output: nil, console.environment)
    else { return nil }
    return RememberedRun(
      Self.description.name, arguments, options.cache, in: folder, writtenBy: LintOptions.outputKeys, console)
  }

  private func check(
    _ console: Console, _ notes: RunNotes?, _ timings: RunTimings?
  ) throws(CommandFailure) -> ExitStatus {
    let progress = options.terminal.progress(on: console)
    defer { progress.clear() }
    let report = try LintRun.run(options, console, notes: notes, timings: timings, progress: progress)
    progress.clear()
    return try tell(report, on: console, timings)
  }

  /// Looks at one part of the pages; what is found counts when all parts are merged.
  private func check(_ shard: ShardOptions, _ console: Console) throws(CommandFailure) -> ExitStatus {
    var work = ShardWork(kind: .findings, project: options.project)
    work.rules = options.rules.map { $0.map(\.id).sorted() }
    work.ignoredRules = options.ignoredRules.map(\.id).sorted()
    work.sourceHistory = options.adoption.sourceHistory
    let run = try ShardRun(
      shard, work, jobs: options.project.jobs, output: options.outputFile, cache: options.cache, console)
    let progress = options.terminal.progress(on: console)
    defer { progress.clear() }
    let failures = try run.lint(options, progress)
    progress.clear()
    return console.say(failures: failures.map(\.description))
  }

  /// Says and writes what was found, and tells how that ends the program.
  func tell(
    _ report: LintReport, on console: Console, _ timings: RunTimings? = nil
  ) throws(CommandFailure) -> ExitStatus {
    if !options.terminal.isQuiet {
      for message in report.messages { console.say("docgen: " + report.catalog.text(message)) }
    }
    if let emptiness = report.emptiness, report.diagnostics.isEmpty, report.failures.isEmpty {
      throw .configuration(emptiness)
    }
    // The program ends with its command; to take apart hundreds of thousands of findings would only hold it up.
    if !options.watches { KeptValue.keep(report) }
    let status = try RunTimings.measure(timings, "write the findings") { () throws(CommandFailure) in
      try write(report, to: console)
    }
    if !report.failures.isEmpty { return console.say(failures: report.failures.map(\.description)) }
    if let emptiness = report.emptiness { throw .configuration(emptiness) }
    return options.exitsZero && status == .findings ? .success : status
  }

  /// Writes what was found and tells how that ends the program.
  func write(_ report: LintReport, to console: Console) throws(CommandFailure) -> ExitStatus {
    if let fixes = report.fixes { warn(of: fixes, report.catalog, on: console) }
    if let differences = report.fixes?.differences {
      var reporter = DifferenceReporter()
      if options.outputFile == nil {
        reporter.styles = console.styles(options.terminal.color)
        reporter.isForTerminal = console.isTerminal
      }
      try write(to: console) { reporter.write(differences, to: $0) }
      if !options.terminal.isQuiet {
        FixSummary(report).message.map { console.say(report.catalog.text($0)) }
      }
      if !differences.isEmpty, options.fixing?.isWanted == false { return .findings }
    } else {
      try writeFindings(report, to: console)
    }
    return report.summary.holds(atLeast: report.failingSeverity) ? .findings : .success
  }

  private func writeFindings(_ report: LintReport, to console: Console) throws(CommandFailure) {
    let reporter = reporter(console, contentFolder: report.contentFolder)
    try write(to: console) { reporter.write(report, to: $0) }
    if let path = options.outputFile, !options.terminal.isQuiet {
      console.say(report.catalog.text(Self.messages.written(report.summary.headline, path)))
    }
    if options.format == .github, let path = console.environment["GITHUB_STEP_SUMMARY"] {
      let summary = GitHubStepSummary(environment: console.environment)
      try OutputFile.append(path) { summary.write(report, to: $0) }
    }
  }

  /// Writes to the file that was asked for, or else to standard output.
  private func write(to console: Console, _ body: (Output) -> Void) throws(CommandFailure) {
    if let path = options.outputFile {
      try OutputFile.write(path, copy: console.output.copy) { body($0) }
    } else {
      body(console.output)
    }
  }

  private func warn(of fixes: FixReport, _ catalog: MessageCatalog, on console: Console) {
    for file in fixes.undecoded {
      console.say(
        "docgen: " + catalog.text(Self.messages.notUTF8(file)))
    }
  }

  /// The writer of the format that was asked for; on a terminal, places are links into the content folder.
  private func reporter(_ console: Console, contentFolder: String) -> any Reporter {
    if options.wantsStatistics {
      return options.format == .json
        ? LintStatisticsJSONReporter() : LintStatisticsReporter(showsSummary: !options.terminal.isQuiet)
    }
    switch options.format {
    case .text: return textReporter(console, contentFolder: contentFolder)
    case .json: return JSONReporter()
    case .jsonLines: return JSONLinesReporter()
    case .sarif: return SARIFReporter()
    case .github: return GitHubReporter()
    case .gitlab: return GitLabReporter()
    case .junit: return JUnitReporter()
    case .checkstyle: return CheckstyleReporter()
    }
  }

  private func textReporter(_ console: Console, contentFolder: String) -> TextReporter {
    var reporter = TextReporter(isConcise: options.isConcise, showsSummary: !options.terminal.isQuiet)
    reporter.paths = WorkingPaths(contentFolder: contentFolder, workingFolder: console.workingFolder)
    guard options.outputFile == nil else {
      if options.terminal.color == .always { reporter.styles = console.styles(.always) }
      return reporter
    }
    reporter.width = console.width
    reporter.styles = console.styles(options.terminal.color)
    if console.showsLinks { reporter.links = TerminalLinks(folder: contentFolder) }
    return reporter
  }
}
