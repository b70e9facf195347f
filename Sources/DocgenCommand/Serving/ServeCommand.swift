import DocgenRender
import DocgenServe
import DocgenSupport

/// What the command line asks of `docgen serve`.
struct ServeOptions: Equatable, Sendable {
  var project = ProjectOptions()
  var host = "127.0.0.1"
  var port = 4000
  /// The browser shows the site.
  var opens = false
  /// What is found in pages is shown.
  var lints = true
  /// The language of findings in the terminal, where it is named.
  var language: String?
  var terminal = TerminalOptions()
}

/// `docgen serve`: shows the site while it is written.
struct ServeCommand: Command {
  static let description = CommandDescription(
    name: "serve", summary: "Show the site while you write",
    discussion: [
      """
      Builds the site into a temporary folder, serves it to this machine, and watches the project. A page that is saved \
      is shown at once, at the place where it was left, with what lint finds in it; the rest of the site follows. What \
      cannot be built is told in the terminal and on the page, and the last good site stays. Ctrl-C ends it.
      """
    ],
    optionGroups: ServeOptions.groups,
    examples: [
      .init(arguments: "serve --open", explanation: "Show the project of the working directory in a browser."),
      .init(
        arguments: "serve --content docs --source-locale en --port 8080",
        explanation: "Show the pages in 'docs', which needs no configuration."),
    ],
    commonOptions: ["content", "source-locale", "locale", "port", "host", "open", "no-lint"])

  let options: ServeOptions

  init(_ arguments: ParsedArguments) throws(UsageError) {
    options = try ServeOptions(arguments)
  }

  func run(_ console: Console) throws(CommandFailure) -> ExitStatus {
    let folders = try WatchedFolders(of: options.project)
    let progress = options.terminal.progress(on: console)
    let log = ServeLog(console, progress, isQuiet: options.terminal.isQuiet)
    let preview = Preview(workingFolder: console.workingFolder)
    let (folder, server, address) = try makeServer(preview, console.environment)
    log.show(address: address)
    log.say("Ctrl-C ends it")
    var build = BuildOptions()
    build.project = options.project
    let session = ServeSession(
      options, maker: IncrementalSiteMaker(build, progress: progress), lint: makeLint(console), folder: folder,
      preview: preview, server: server, log: log)
    if options.opens { Self.open(address, log) }
    try session.run(watching: folders)
    return .success
  }

  private func makeServer(
    _ preview: Preview, _ environment: Environment
  ) throws(CommandFailure) -> (PreviewFolder, WebServer, address: String) {
    do throws(FileError) {
      let listener = try Listener(host: options.host, port: options.port)
      let server = try WebServer(listener, hosts: HostNames(options.host), handler: preview.answer)
      let folder = try PreviewFolder(environment)
      try server.start()
      // What is asked while the folder goes would be answered as if the site had no pages.
      _ = Interruption.register { server.stop() }
      let host = options.host.contains(":") ? "[\(options.host)]" : options.host
      return (folder, server, "http://\(host):\(listener.port)/")
    } catch {
      throw CommandFailure(error)
    }
  }

  private func makeLint(_ console: Console) -> PreviewLint? {
    guard options.lints else { return nil }
    let (language, environment) = (options.language, console.environment)
    return PreviewLint(options: options.project, workingFolder: console.workingFolder) {
      (project) throws(CommandFailure) in
      try UserLanguage(project.locales).catalog(language, environment)
    }
  }

  /// Lets the desktop show an address.
  private static func open(_ address: String, _ log: ServeLog) {
    do throws(ProcessError) {
      let (status, _) = try ChildProcess(["xdg-open", address]).finish()
      if status != 0 { log.say("no browser could be started; open \(address) in one") }
    } catch {
      log.say("there is no 'xdg-open' to start a browser by; open \(address) in one")
    }
  }
}

extension ServeOptions {
  private static let port = Option.number(
    "port", short: "p", placeholder: "N", in: 0...65_535,
    help: "Serve at port N, or at the next that is free; 0 for any.", default: "4000")
  private static let host = Option.text(
    "host", placeholder: "ADDRESS", help: "Serve at ADDRESS of this machine; others can read the site then.",
    default: "127.0.0.1, which no other machine reaches")
  private static let open = Flag("open", help: "Show the site in a browser.")
  private static let noLint = Flag("no-lint", help: "Leave out what lint finds.")
  private static let quiet = Flag("quiet", short: "q", help: "Write the address, findings and errors only.")

  static let groups = [
    ProjectOptions.group,
    CommandDescription.OptionGroup(title: "Server", options: [port.description, host.description, open.description]),
    CommandDescription.OptionGroup(
      title: "Output",
      options: [
        noLint.description, UserLanguage.outputOption.description, quiet.description,
        TerminalOptions.color.description, TerminalOptions.noColor.description,
      ]),
  ]

  init(_ arguments: ParsedArguments) throws(UsageError) {
    project = try ProjectOptions(arguments)
    port = try arguments.value(Self.port) ?? port
    host = try arguments.value(Self.host) ?? host
    opens = arguments.isSet(Self.open)
    lints = !arguments.isSet(Self.noLint)
    language = try arguments.value(UserLanguage.outputOption)
    terminal = try TerminalOptions(arguments, quiet: Self.quiet)
  }
}
