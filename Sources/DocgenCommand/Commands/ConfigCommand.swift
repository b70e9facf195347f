import DocgenModel
import DocgenSupport

/// `docgen config`: says what the project is built and checked by, and where each value comes from.
struct ConfigCommand: Command {
  /// The forms in which values are written.
  enum Format: String, CaseIterable, Sendable {
    case text
    case json
  }

  private static let format = Option<Format>.choice(
    "format", short: "f", placeholder: "FORMAT", help: "Write the values as FORMAT.", default: "text")
  private static let schema = Flag(
    "schema", help: "Print the JSON Schema of the configuration, for editors, in place of values.")

  static let description = CommandDescription(
    name: "config", summary: "Show the configuration, and where each value comes from",
    discussion: [
      """
      Writes every key as YAML with its value: of the command line, of a line of the configuration file, found on \
      disk, or the default.
      """
    ],
    optionGroups: [
      ProjectOptions.group,
      .init(title: "Output", options: [format.description, schema.description]),
    ],
    examples: [
      .init(arguments: "config", explanation: "Show all values of the project."),
      .init(arguments: "config --format json", explanation: "Write them for other programs."),
      .init(arguments: "config --schema", explanation: "Print the schema of the file."),
    ],
    commonOptions: ["config", "content", "source-locale", "locale", "format", "schema"])

  private let project: ProjectOptions
  private let format: Format
  private let wantsSchema: Bool

  init(_ arguments: ParsedArguments) throws(UsageError) {
    project = try ProjectOptions(arguments)
    format = try arguments.value(Self.format) ?? .text
    wantsSchema = arguments.isSet(Self.schema)
  }

  func run(_ console: Console) throws(CommandFailure) -> ExitStatus {
    if wantsSchema { return console.print(String(decoding: ConfigurationSchema.json(), as: UTF8.self)) }
    var configuration = try Configuration.load(project)
    var failure: CommandFailure?
    do throws(CommandFailure) {
      configuration.take(try Project(project, .all).catalog)
    } catch {
      // The values that are known help to put right the others.
      failure = error
    }
    let report = ConfigurationReport(configuration: configuration)
    switch format {
    case .text: report.writeText(to: console.output)
    case .json: report.writeJSON(to: console.output)
    }
    if let failure { throw failure }
    return .success
  }
}

extension Configuration {
  /// Takes what was found on disk for what nothing says.
  mutating func take(_ catalog: PageCatalog) {
    if sourceLocale == nil {
      sourceLocale = catalog.locales[PageCatalog.source]
      origins[.sourceLocale] = .found
    }
    if locales.isEmpty {
      locales = catalog.locales
      origins[.locales] = .found
    }
    if dialects.isEmpty, !catalog.dialect.name.isEmpty {
      dialects = [catalog.dialect.name]
      origins[.dialect] = .found
    }
  }
}
