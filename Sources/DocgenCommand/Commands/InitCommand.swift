import DocgenSupport

/// `docgen init`: makes a project of a folder.
struct InitCommand: Command {
  private static let content = Option.text(
    "content", placeholder: "DIR", help: "The folder with the pages.", default: "the one that holds pages")
  private static let source = Option.text(
    "source-locale", placeholder: "LOCALE", help: "The source language.", default: "English, where it is there")
  private static let locale = Option.text(
    "locale", placeholder: "LOCALE", help: "A language of the first page, where there are no pages yet."
  ).repeatable
  private static let service = Option<CIService>.choice(
    "ci", placeholder: "SERVICE", help: "Write the file that SERVICE reads.",
    default: "the one that the folder shows")

  static let description = CommandDescription(
    name: "init", summary: "Make a project of this folder",
    discussion: [
      """
      Looks for pages and how they lie, and writes what is missing: site/config.yml, a first page where there is none, \
      and a file for CI. No file that is there changes.
      """
    ],
    optionGroups: [
      .init(
        title: "Options",
        options: [content.description, source.description, locale.description, service.description])
    ],
    examples: [
      .init(arguments: "init", explanation: "Take the pages that are there, or begin."),
      .init(arguments: "init --locale de --ci github", explanation: "Begin in English and German."),
    ], commonOptions: ["content", "source-locale", "locale", "ci"])

  private let content: String?
  private let source: String?
  private let locales: [String]
  private let service: CIService?

  init(_ arguments: ParsedArguments) throws(UsageError) {
    content = try arguments.value(Self.content)
    source = try arguments.value(Self.source)
    locales = try arguments.values(Self.locale)
    service = try arguments.value(Self.service)
  }

  func run(_ console: Console) throws(CommandFailure) -> ExitStatus {
    let root = console.workingFolder == FileSystem.workingFolder ? "." : console.workingFolder
    let setup = ProjectSetup(
      root: root, contentFolder: content, sourceLocale: source, locales: locales, service: service)
    let result = try setup.run()
    for file in result.files { console.print("wrote \(VisibleText.string(file))\n") }
    for remark in result.remarks { console.print("\(VisibleText.string(remark))\n") }
    return console.print("Next: 'docgen lint' checks the pages, 'docgen build --output public' makes the site.\n")
  }
}
