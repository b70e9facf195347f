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
      .init(arguments: "lint --format json > findings.json", explanation: "Write the findings for other programs."),
      .init(
        arguments: "lint --baseline baseline.json --write-baseline",
        explanation: "Keep silent about the findings of today; leave out --write-baseline from then on."),
      .init(
        arguments: "lint --changed-since origin/main",
        explanation: "Check what changed since the branch left 'main', committed or not."),
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
    if !options.terminal.isQuiet { for message in report.messages { console.say("docgen: \(message)") } }
    return write(report, to: console)
  }

  /// Writes what was found and tells how that ends the program.
  func write(_ report: LintReport, to console: Console) -> ExitStatus {
    switch options.format {
    case .json: JSONReporter().write(report, to: console.output)
    case .text:
      let reporter = TextReporter(
        isConcise: options.isConcise, showsSummary: !options.terminal.isQuiet, width: console.width,
        styles: console.styles(options.terminal.color))
      reporter.write(report, to: console.output)
    }
    return report.summary.holds(atLeast: report.failingSeverity) ? .findings : .success
  }
}
