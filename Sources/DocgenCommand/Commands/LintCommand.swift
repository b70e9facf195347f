/// `docgen lint`: finds what translations changed that no language may change.
struct LintCommand: Command {
  static let description = CommandDescription(
    name: "lint", summary: "Check translated pages against the source language",
    discussion: [
      """
      Reads every page of every locale into one model and compares the facts: names, signatures, parameters, \
      return codes, requirements. What each language writes for itself is not compared.
      """
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
    ])

  let options: LintOptions

  init(options: LintOptions) {
    self.options = options
  }

  init(_ arguments: ParsedArguments) throws(UsageError) {
    options = try LintOptions(arguments)
  }

  func run(_ console: Console) throws(CommandFailure) -> ExitStatus {
    let progress = options.terminal.progress(on: console)
    defer { progress.clear() }
    let report = try LintRun.run(options, progress: progress)
    progress.clear()
    return try write(report, to: console)
  }

  /// Writes what was found and tells how that ends the program.
  func write(_ report: LintReport, to console: Console) throws(CommandFailure) -> ExitStatus {
    if let path = options.outputFile {
      let reporter = reporter(console, contentFolder: nil)
      try OutputFile.write(path) { reporter.write(report, to: $0) }
      if !options.terminal.isQuiet { console.say("\(report.summary.headline); written to '\(path)'") }
    } else {
      reporter(console, contentFolder: report.contentFolder).write(report, to: console.output)
    }
    if options.format == .github, let path = console.environment["GITHUB_STEP_SUMMARY"] {
      let summary = GitHubStepSummary(environment: console.environment)
      try OutputFile.append(path) { summary.write(report, to: $0) }
    }
    return report.summary.holds(atLeast: report.failingSeverity) ? .findings : .success
  }

  /// The writer of the format that was asked for; with a content folder, places on a terminal are links into it.
  private func reporter(_ console: Console, contentFolder: String?) -> any Reporter {
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

  private func textReporter(_ console: Console, contentFolder: String?) -> TextReporter {
    var reporter = TextReporter(isConcise: options.isConcise, showsSummary: !options.terminal.isQuiet)
    guard let contentFolder else {
      if options.terminal.color == .always { reporter.styles = console.styles(.always) }
      return reporter
    }
    reporter.width = console.width
    reporter.styles = console.styles(options.terminal.color)
    if console.showsLinks { reporter.links = TerminalLinks(folder: contentFolder) }
    return reporter
  }
}
