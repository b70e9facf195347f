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
  private static let from = Option<OtherTool>.choice(
    "from", placeholder: "TOOL", help: "Take over the configuration of TOOL, as far as docgen has its like.")
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
        options: [content.description, source.description, locale.description, from.description, service.description])
    ],
    examples: [
      .init(arguments: "init", explanation: "Take the pages that are there, or begin."),
      .init(arguments: "init --locale de --ci github", explanation: "Begin in English and German."),
      .init(arguments: "init --from mkdocs", explanation: "Take over a project of MkDocs."),
    ], commonOptions: ["content", "source-locale", "locale", "from", "ci"])

  private let content: String?
  private let source: String?
  private let locales: [String]
  private let tool: OtherTool?
  private let service: CIService?

  init(_ arguments: ParsedArguments) throws(UsageError) {
    content = try arguments.value(Self.content)
    source = try arguments.value(Self.source)
    locales = try arguments.values(Self.locale)
    tool = try arguments.value(Self.from)
    service = try arguments.value(Self.service)
  }

  func run(_ console: Console) throws(CommandFailure) -> ExitStatus {
    let root = console.workingFolder == FileSystem.workingFolder ? "." : console.workingFolder
    let setup = ProjectSetup(
      root: root, contentFolder: content, sourceLocale: source, locales: locales, tool: tool, service: service)
    let result = try setup.run()
    for file in result.files { console.print("wrote \(VisibleText.string(file))\n") }
    for remark in result.remarks { console.print("\(VisibleText.string(remark))\n") }
    return console.print("Next: 'docgen lint' checks the pages, 'docgen build --output public' makes the site.\n")
  }
}
