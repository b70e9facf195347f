import DocgenSupport

/// What the command line says about the project, for all commands that read one; each value overrides the configuration.
struct ProjectOptions: Equatable, Sendable {
  /// The configuration file; found upwards from the working directory where it is not given.
  var configurationFile: String?
  var contentFolder: String?
  var sourceLocale: String?
  /// The locales to work on; empty for every folder of the content directory.
  var locales: [String] = []
  /// The folder with the data of the locales, in place of what is built in.
  var localesFolder: String?
  /// The names or files of the dialects that the pages are written in; empty for what the configuration says.
  var dialects: [String] = []
  /// Patterns of what is not read, beside those of the configuration.
  var excluded: [String] = []
  /// Which files belong to which locale, where it is given.
  var layout: Configuration.Layout?
  /// A project without pages is worked on, too.
  var allowsEmpty = false
  /// The number of threads.
  var jobs = ProcessorCount.available
}

extension ProjectOptions {
  private static let configuration = Option.text(
    "config", placeholder: "FILE", help: "Read the configuration from FILE.",
    default: "site/config.yml, here or in a folder above")
  private static let content = Option.text(
    "content", placeholder: "DIR", help: "Read pages from DIR, which holds a folder for each locale.")
  private static let source = Option(
    "source-locale", placeholder: "LOCALE", help: "Take LOCALE as the source language.",
    expectation: localeExpectation, convert: localeName)
  private static let locale = Option(
    "locale", placeholder: "LOCALE", help: "Work on the translations in LOCALE.",
    default: "every folder of the content directory", expectation: localeExpectation, convert: localeName
  ).repeatable
  private static let localeData = Option.text(
    "locales", placeholder: "DIR", help: "Read the vocabulary of the locales from DIR.", default: "built in")
  private static let dialect = Option.text(
    "dialect", placeholder: "NAME", help: "Read pages as NAME writes them: a dialect, or a file with one.",
    default: "what the pages show"
  ).repeatable
  private static let layout = Option(
    "layout", placeholder: "LAYOUT", help: "Tell locales by 'folders', or by a 'suffix' as in page.de.md.",
    expectation: "'folders' or 'suffix'", convert: { @Sendable in Configuration.Layout(rawValue: $0) })
  private static let exclude = Option.text(
    "exclude", placeholder: "PATTERN", help: "Leave out what PATTERN of .gitignore matches, as 'exclude:' does."
  ).repeatable
  private static let allowEmpty = Flag(
    "allow-empty", help: "Go on where there are no pages, which is an error otherwise.")
  private static let jobs = Option.number(
    "jobs", short: "j", placeholder: "N", in: 1...256, help: "Use N threads.", default: "one for each processor")

  /// The key of the option that says how many threads work, which changes nothing else.
  static let jobsKey = jobs.description.key

  static let group = CommandDescription.OptionGroup(
    title: "Project",
    options: [
      configuration.description, content.description, source.description, locale.description, localeData.description,
      dialect.description, layout.description, exclude.description, allowEmpty.description, jobs.description,
    ])

  init(_ arguments: ParsedArguments) throws(UsageError) {
    configurationFile = try arguments.value(Self.configuration)
    contentFolder = try arguments.value(Self.content)
    sourceLocale = try arguments.value(Self.source)
    locales = try arguments.values(Self.locale)
    localesFolder = try arguments.value(Self.localeData)
    dialects = try arguments.values(Self.dialect)
    layout = try arguments.value(Self.layout)
    excluded = try arguments.values(Self.exclude)
    allowsEmpty = arguments.isSet(Self.allowEmpty)
    jobs = try arguments.value(Self.jobs) ?? jobs
  }

  private static let localeExpectation = "the name of one locale, such as 'de' or 'pt-br'"

  private static let localeName: @Sendable (String) -> String? = { text in
    let isName = text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
        true
      default: false
      }
    }
    return isName && !text.isEmpty ? text : nil
  }
}
