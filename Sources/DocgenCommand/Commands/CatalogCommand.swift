import DocgenModel
import DocgenRender
import DocgenSupport

/// `docgen catalog`: reads once what pages ask of each other, for the machines that each work on a part of them.
struct CatalogCommand: Command {
  static let description = CommandDescription(
    name: "catalog", summary: "Read what pages ask of each other, for several machines",
    discussion: [
      """
      Lists the files of the project with their sizes, and reads names, kinds, titles, types and tables of contents. \
      'docgen build', 'lint', 'export' and 'stats' with --shard read the catalog and their own pages, and 'docgen merge' \
      puts together what they leave.
      """,
      "The same files give the same catalog, byte for byte.",
    ],
    optionGroups: [
      ProjectOptions.group,
      CommandDescription.OptionGroup(title: "Output", options: [output.description, quiet.description]),
    ],
    examples: [
      .init(arguments: "catalog --output catalog", explanation: "Begin the work of several machines."),
      .init(
        arguments: "build --shard 1/3 --catalog catalog --output public",
        explanation: "Write a third of the pages; two other machines write the rest."),
      .init(arguments: "merge --output public", explanation: "Complete the site when all three are done."),
    ],
    commonOptions: ["config", "content", "source-locale", "output"])

  private static let output = Option.text(
    "output", short: "o", placeholder: "FILE", help: "Write the catalog to FILE, which is replaced when it is complete."
  )
  private static let quiet = Flag("quiet", short: "q", help: "Write errors only: no summary.")

  let options: ProjectOptions
  let outputFile: String
  let isQuiet: Bool

  init(_ arguments: ParsedArguments) throws(UsageError) {
    options = try ProjectOptions(arguments)
    guard let file = try arguments.value(Self.output) else { throw .missingArgument("--output FILE") }
    outputFile = file
    isQuiet = arguments.isSet(Self.quiet)
  }

  func run(_ console: Console) throws(CommandFailure) -> ExitStatus {
    let files = try ProjectFiles(options)
    let project = try Project(files, allowsEmpty: options.allowsEmpty)
    try project.checkPages()
    var build = BuildOptions()
    build.project = options
    var settings = try SiteBuild.settings(build, project)
    // The program for the full text runs once, in the merge.
    settings.fullText = nil
    let outline: SiteOutline
    do throws(SiteError) {
      outline = try SiteBuilder(loader: project.loader, settings: settings).outline()
    } catch {
      throw .failure(error.description)
    }
    let catalog = try ProjectCatalog(files, options, outline)
    try catalog.write(to: outputFile)
    if !isQuiet {
      for notice in project.noticeLines { console.say(notice) }
      let pages = counted(project.catalog.entries.count, "page")
      console.say("\(pages) in \(counted(project.catalog.locales.count, "locale")) listed in '\(outputFile)'")
    }
    return console.say(failures: project.catalog.failures.map(\.description))
  }
}
