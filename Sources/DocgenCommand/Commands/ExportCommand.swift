import DocgenExport
import DocgenSupport

/// `docgen export`: writes the API model for other programs.
struct ExportCommand: Command {
  static let description = CommandDescription(
    name: "export", summary: "Write the API model for other programs",
    discussion: [
      """
      Reads every page of every locale and writes what the pages state: names, signatures, parameters, return codes, \
      requirements, members, sections and links. The form is versioned and described by a JSON Schema.
      """,
      """
      An inventory has the names of one locale: the source locale, or the one named by --locale. Where nothing says \
      which locale is the source, it is English, or else the first.
      """,
    ],
    optionGroups: ExportOptions.groups,
    examples: [
      .init(arguments: "export --pretty", explanation: "Show the model of the project of the working directory."),
      .init(
        arguments: "export --content docs --format jsonl --spans -o model.jsonl",
        explanation: "Write the model of the pages in 'docs' with the place of each fact."),
      .init(
        arguments: "export --format inventory -o public/objects.inv",
        explanation: "Write the inventory that other sites link by."),
    ],
    commonOptions: ["content", "source-locale", "format", "output", "spans"])

  let options: ExportOptions

  init(_ arguments: ParsedArguments) throws(UsageError) {
    options = try ExportOptions(arguments)
  }

  func run(_ console: Console) throws(CommandFailure) -> ExitStatus {
    let progress = options.terminal.progress(on: console)
    defer { progress.clear() }
    if let shard = options.shard {
      let run = try ShardRun(
        shard, options.work, jobs: options.project.jobs, output: options.outputFile, cache: .off, console)
      let failures = try run.export(progress)
      progress.clear()
      return console.say(failures: failures.map(\.description))
    }
    var result = ExportRun.Result()
    if let path = options.outputFile {
      try OutputFile.write(path) { output throws(CommandFailure) in
        result = try ExportRun.run(options, to: output, progress: progress)
      }
    } else {
      result = try ExportRun.run(options, to: console.output, progress: progress)
    }
    return result.tell(on: console)
  }
}
