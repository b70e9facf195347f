import DocgenExport

/// The forms in which the model is exported.
enum ExportFormat: String, CaseIterable, Sendable {
  case json
  case jsonLines = "jsonl"
  case inventory
}

/// What the command line asks of `docgen export`.
struct ExportOptions: Equatable, Sendable {
  var project = ProjectOptions()
  var format = ExportFormat.json
  /// The file to write; standard output where it is not given.
  var outputFile: String?
  var hasSpans = false
  var isPretty = false
  /// Write the schema in place of the model.
  var wantsSchema = false
  /// The part of the pages that is exported; `nil` for all.
  var shard: ShardOptions?
  var terminal = TerminalOptions()
}

extension ExportOptions {
  private static let format = Option<ExportFormat>.choice(
    "format", short: "f", placeholder: "FORMAT",
    help: "Write the model as JSON, as JSON Lines (a header, then a page a line), or the API names as an inventory "
      + "that Sphinx and others link by (objects.inv).", default: "json")
  private static let output = Option.text(
    "output", short: "o", placeholder: "FILE",
    help: "Write to FILE, which is replaced when all is written; with --shard, the folder for the record.",
    default: "standard output")
  private static let spans = Flag("spans", help: "Write the place of each fact: byte offsets, lines and columns.")
  private static let pretty = Flag("pretty", help: "Indent the JSON.")
  private static let schema = Flag("schema", help: "Write the JSON Schema of the model, and nothing else.")
  private static let quiet = Flag("quiet", short: "q", help: "Write errors only: no progress.")

  static let groups = [
    ProjectOptions.group,
    CommandDescription.OptionGroup(
      title: "Output",
      options: [
        format.description, output.description, spans.description, pretty.description, schema.description,
        quiet.description,
      ]),
    ShardOptions.group,
  ]

  init(_ arguments: ParsedArguments) throws(UsageError) {
    project = try ProjectOptions(arguments)
    format = try arguments.value(Self.format) ?? format
    outputFile = try arguments.value(Self.output)
    hasSpans = arguments.isSet(Self.spans)
    isPretty = arguments.isSet(Self.pretty)
    wantsSchema = arguments.isSet(Self.schema)
    terminal.isQuiet = arguments.isSet(Self.quiet)
    shard = try ShardOptions.read(arguments)
    if shard != nil {
      if wantsSchema { throw .conflict(option: "--schema", reason: "is one file; leave out '--shard'") }
      if outputFile == nil { throw ShardOptions.missingOutput }
    }
    if isPretty, format != .json { throw .conflict(option: "--pretty", reason: "goes with '--format json' only") }
    guard format == .inventory else { return }
    if hasSpans { throw .conflict(option: "--spans", reason: "goes with '--format json' and 'jsonl' only") }
    if project.locales.count > 1 {
      throw .conflict(option: "--locale", reason: "is given once for an inventory, which leads to pages of one locale")
    }
  }
}
