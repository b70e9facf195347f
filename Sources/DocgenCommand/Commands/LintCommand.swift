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
      .init(arguments: "lint --diff", explanation: "Show what can be mended without a doubt."),
      .init(arguments: "lint --fix", explanation: "Mend it, and report what is left."),
      .init(arguments: "lint --format json > findings.json", explanation: "Write the findings for other programs."),
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
    return write(report, to: console)
  }

  /// Writes what was found and tells how that ends the program.
  func write(_ report: LintReport, to console: Console) -> ExitStatus {
    if let fixes = report.fixes { warn(of: fixes, on: console) }
    if let differences = report.fixes?.differences {
      DifferenceReporter(styles: console.styles(options.terminal.color)).write(differences, to: console.output)
      if !options.terminal.isQuiet { console.say(FixSummary(report).text) }
      if !differences.isEmpty, options.fixing?.isWanted == false { return .findings }
    } else {
      writeFindings(report, to: console)
    }
    return report.summary.holds(atLeast: report.failingSeverity) ? .findings : .success
  }

  private func writeFindings(_ report: LintReport, to console: Console) {
    switch options.format {
    case .json: JSONReporter().write(report, to: console.output)
    case .text:
      let reporter = TextReporter(
        isConcise: options.isConcise, showsSummary: !options.terminal.isQuiet, width: console.width,
        styles: console.styles(options.terminal.color))
      reporter.write(report, to: console.output)
    }
  }

  private func warn(of fixes: FixReport, on console: Console) {
    for file in fixes.undecoded {
      console.say("docgen: '\(file)' is not UTF-8 and is left as it is; convert it to have it fixed")
    }
  }
}
