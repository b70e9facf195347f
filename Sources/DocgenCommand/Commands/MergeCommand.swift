import DocgenSupport

/// `docgen merge`: makes one site, one list of findings, one model or one count of what several machines left.
struct MergeCommand: Command {
  static let description = CommandDescription(
    name: "merge", summary: "Put together what several machines made",
    discussion: [
      """
      Reads the records that 'docgen build', 'lint', 'export' or 'stats' with --shard left in DIR/.docgen/records, and \
      makes what one run would have made, byte for byte: the search, lists, sitemaps and quality pages of a site, all \
      findings, the model, or the statistics.
      """,
      """
      Records that do not fit together are refused, each with the cause and the cure, and nothing is written then. A merge \
      that was ended is run again.
      """,
    ],
    positionals: [
      .init(placeholder: "RECORD", help: "A record to read. Default: all in DIR/.docgen/records.", isRepeatable: true)
    ],
    optionGroups: MergeOptions.groups,
    examples: [
      .init(arguments: "merge --output public", explanation: "Complete the site in 'public'."),
      .init(
        arguments: "merge --output checked --format sarif --result findings.sarif",
        explanation: "Write what all shards of 'docgen lint' found."),
    ],
    commonOptions: ["config", "content", "output", "verify", "format", "result", "baseline"])

  let options: MergeOptions

  init(_ arguments: ParsedArguments) throws(UsageError) { options = try MergeOptions(arguments) }

  func run(_ console: Console) throws(CommandFailure) -> ExitStatus {
    let folder = RecordFolder(output: options.outputFolder)
    let set = try RecordSet(options.records.isEmpty ? folder.files() : options.records, in: folder)
    do throws(UsageError) { try options.check(set.work.kind) } catch { throw .usage(error) }
    let merge = try MergeRun(set, options)
    let progress = options.terminal.progress(on: console)
    defer { progress.clear() }
    if let locale = options.textLocale {
      try merge.writeFullText(locale)
      return .success
    }
    let status: ExitStatus
    switch set.work.kind {
    case .site:
      let report = try merge.build(progress)
      progress.clear()
      status = BuildCommand.tell(report, isQuiet: options.terminal.isQuiet, on: console)
    case .findings:
      let (report, lint) = try merge.lint(console, progress)
      progress.clear()
      status = try LintCommand(options: lint).tell(report, on: console)
    case .model:
      status = try merge.export(on: console).tell(on: console)
    case .statistics:
      status = try merge.count(on: console)
    }
    // Who makes readable what could not be read runs its shard and the merge again.
    if !options.keepsRecords, status != .failure {
      do throws(FileError) { try folder.remove() } catch { throw CommandFailure(error) }
    }
    return status
  }
}
