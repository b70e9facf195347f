import DocgenRender
import DocgenSupport

/// What the command line asks of `docgen build`.
struct BuildOptions: Equatable, Sendable {
  var project = ProjectOptions()
  /// The folder that becomes the site, where it is given.
  var outputFolder: String?
  /// The address under which the site is published, where it is given; without a slash at its end.
  var baseURL: String?
  /// The file that is to list the files of the site that changed, where one is given.
  var changesFile: String?
  /// The site shows what a check of its content finds, even where the configuration does not ask for it.
  var showsQuality = false
  var cache = CacheOptions()
  /// The site takes the place of the one of before as a folder, however little changed.
  var swapsFolders = false
  /// The part of the pages that is written; `nil` for the whole site.
  var shard: ShardOptions?
  var terminal = TerminalOptions()
}

/// What a build made.
struct BuildReport: Equatable, Sendable {
  /// The pages of the content, over all locales.
  var pages: Int
  /// The pages shown in the source language, as they are not translated.
  var fallbackPages = 0
  var locales: Int
  /// Links that lead nowhere and were written as text.
  var missingLinks = 0
  /// Links to pages that are not published, written as text.
  var unpublishedLinks = 0
  var outputFolder: String
  /// What docgen found out by itself, each on a line.
  var notices: [String] = []
  /// What is wrong with tables of contents and redirects, each on a line.
  var problems: [String] = []
  /// Files and folders that could not be read, each with why.
  var failures: [String] = []
  /// The files in which the site differs from the one of before; `nil` if nobody asked.
  var changes: SiteChanges?
}

/// `docgen build`: makes the site.
struct BuildCommand: Command {
  static let description = CommandDescription(
    name: "build", summary: "Build the site",
    discussion: [
      """
      Writes every page of every locale to a fresh folder, which takes the place of the output folder when it is \
      complete; where few files changed, they take the places of the old ones. A page without translation is shown in \
      the source language.
      """
    ],
    optionGroups: BuildOptions.groups,
    examples: [
      .init(arguments: "build --output public", explanation: "Build the project of the working directory."),
      .init(
        arguments: "build --content docs --source-locale en -o public --base-url https://docs.example.com/api",
        explanation: "Build the pages in 'docs' for that address, which needs no configuration."),
    ],
    commonOptions: ["config", "content", "source-locale", "output", "base-url", "quality"])

  let options: BuildOptions
  /// What the user wants, as it is written.
  let arguments: ParsedArguments

  init(_ arguments: ParsedArguments) throws(UsageError) {
    options = try BuildOptions(arguments)
    self.arguments = arguments
  }

  func run(_ console: Console) throws(CommandFailure) -> ExitStatus {
    if let shard = options.shard { return try build(shard, console) }
    let timings = options.terminal.showsTimings ? RunTimings() : nil
    // Where nothing is to be done, nothing changes.
    var changes = SiteChanges()
    let status = try run(console, timings, &changes)
    if let file = options.changesFile, status == .success || status == .findings {
      try OutputFile.write(file) { ChangesText.write(changes, to: $0) }
    }
    // What is said now is not kept: the next run takes another time.
    if let timings { TimingsText.write(timings, to: console.errorOutput) }
    return status
  }

  private func run(
    _ console: Console, _ timings: RunTimings?, _ changes: inout SiteChanges
  ) throws(CommandFailure) -> ExitStatus {
    guard let configuration = try? Configuration.load(options.project) else {
      return try build(console, nil, nil, timings, &changes)
    }
    let output = options.outputFolder ?? configuration.outputFolder
    SiteLeftovers.remove(besideSite: output)
    // It is the folder whose files are known, whatever another build puts in its place.
    let standing = StandingSite(output)
    guard let remembered = remembered(configuration, output, console) else {
      return try build(console, nil, standing, timings, &changes)
    }
    return try remembered.run(on: console) { console, notes throws(CommandFailure) in
      let stands = standing?.stands(at: output) ?? false
      return try build(console, stands ? notes : notes.forgettingAll(), standing, timings, &changes)
    }
  }

  /// What is kept of the last build into the output folder.
  private func remembered(_ configuration: Configuration, _ output: String, _ console: Console) -> RememberedRun? {
    guard let folder = CacheFolder.find(options.cache, configuration, output: output, console.environment) else {
      return nil
    }
    let name = Hexadecimal.string(ContentDigest(of: SiteSeal.path(ofSite: output)).bytes.prefix(8))
    return RememberedRun(
      Self.description.name, arguments, options.cache, in: folder, name: name, writtenBy: BuildOptions.outputKeys,
      console
    ) {
      SiteSeal.digest(ofSite: output)?.bytes
    }
  }

  private func build(
    _ console: Console, _ notes: RunNotes?, _ standing: StandingSite?, _ timings: RunTimings?,
    _ changes: inout SiteChanges
  ) throws(CommandFailure) -> ExitStatus {
    let progress = options.terminal.progress(on: console)
    defer { progress.clear() }
    let report = try SiteBuild.run(options, notes: notes, standing: standing, timings: timings, progress: progress)
    progress.clear()
    changes = report.changes ?? changes
    return Self.tell(report, isQuiet: options.terminal.isQuiet, on: console)
  }

  /// Writes the pages of one part of the site.
  private func build(_ shard: ShardOptions, _ console: Console) throws(CommandFailure) -> ExitStatus {
    let work = ShardWork(
      kind: .site, project: options.project, baseURL: options.baseURL, showsQuality: options.showsQuality)
    let run = try ShardRun(
      shard, work, jobs: options.project.jobs, output: options.outputFolder, cache: options.cache, console)
    let progress = options.terminal.progress(on: console)
    defer { progress.clear() }
    let report = try run.build(options, progress)
    progress.clear()
    if !options.terminal.isQuiet { console.say("shard \(run.shard): \(Self.sentence(report))") }
    return console.say(failures: report.failures)
  }

  /// Says what was made, and tells how that ends the program.
  static func tell(_ report: BuildReport, isQuiet: Bool, on console: Console) -> ExitStatus {
    if !isQuiet { for notice in report.notices { console.say(notice) } }
    for problem in report.problems { console.say(problem) }
    if !isQuiet { console.say(sentence(report)) }
    return console.say(failures: report.failures)
  }

  static func sentence(_ report: BuildReport) -> String {
    var sentence =
      "\(counted(report.pages, "page")) in \(counted(report.locales, "locale")) written to '\(report.outputFolder)'"
    if report.fallbackPages > 0 {
      sentence += "; \(counted(report.fallbackPages, "page")) shown in the source language for want of a translation"
    }
    if report.missingLinks > 0 { sentence += "; \(counted(report.missingLinks, "link")) led nowhere and became text" }
    if report.unpublishedLinks > 0 {
      sentence += "; \(counted(report.unpublishedLinks, "link")) to pages that are not published became text"
    }
    return sentence
  }
}

extension BuildOptions {
  private static let output = Option.text(
    "output", short: "o", placeholder: "DIR", help: "Write the site to DIR, where your own files stay.")
  private static let baseAddress = Option(
    "base-url", placeholder: "URL", help: "Publish the site at URL; a path below the host is kept in all links.",
    expectation: "an address such as 'https://docs.example.com/api' or a path such as '/api'", convert: address)
  private static let quality = Flag(
    "quality", help: "Check the content, too, and show what is found on quality pages for the team.")
  private static let changes = Option.text(
    "changes", placeholder: "FILE", help: "List in FILE which files of the site are new (A), changed (M) or gone (D).")
  private static let swap = Flag(
    "swap", help: "Replace the site in one step, also where few files changed.")
  private static let quiet = Flag("quiet", short: "q", help: "Write errors only: no summary, no progress.")

  /// The keys of the options that say what is told of a build, and not what it makes.
  static let outputKeys = Set(
    [changes.description, swap.description, quiet.description, TerminalOptions.timings.description].map(\.key))

  static let groups = [
    ProjectOptions.group,
    CommandDescription.OptionGroup(
      title: "Output",
      options: [
        output.description, baseAddress.description, quality.description, changes.description, swap.description,
        quiet.description, TerminalOptions.timings.description,
      ]),
    CacheOptions.group,
    ShardOptions.group,
  ]

  init(_ arguments: ParsedArguments) throws(UsageError) {
    project = try ProjectOptions(arguments)
    outputFolder = try arguments.value(Self.output)
    baseURL = try arguments.value(Self.baseAddress)
    showsQuality = arguments.isSet(Self.quality)
    changesFile = try arguments.value(Self.changes)
    swapsFolders = arguments.isSet(Self.swap)
    cache = try CacheOptions(arguments)
    shard = try ShardOptions.read(arguments)
    terminal.isQuiet = arguments.isSet(Self.quiet)
    terminal.showsTimings = arguments.isSet(TerminalOptions.timings)
  }

  /// An address or path as it is written before the paths of the site: without a slash at its end.
  private static let address: @Sendable (String) -> String? = { text in
    let prefix = ["https://", "http://", "/"].first { text.hasPrefix($0) }
    let isPlain = text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"\"<>\\^`{|}?#".utf8.contains($0) }
    guard let prefix, isPlain, prefix == "/" || text.dropFirst(prefix.count).first.map({ $0 != "/" }) == true
    else { return nil }
    var address = text[...]
    while address.last == "/" { address.removeLast() }
    return String(address)
  }
}
