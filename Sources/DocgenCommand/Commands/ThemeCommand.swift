import DocgenRender
import DocgenSupport

/// `docgen theme`: lists the parts of the theme, or copies those into the project that it wants to change.
struct ThemeCommand: Command {
  static let description = CommandDescription(
    name: "theme", summary: "List the parts of the theme, or copy them to change them",
    discussion: [
      """
      A part in the theme folder of the project takes the place of the one that is built in; all others stay as they \
      are. Without arguments the parts are listed, with '*' before those that the project has. Colours, fonts and \
      measures are variables at the start of assets/docgen.css.
      """
    ],
    positionals: [
      .init(
        placeholder: "PART", help: "Copy this part, such as 'header', 'templates/header.mustache' or 'docgen.css'.",
        isRepeatable: true, known: { Theme.builtInFiles })
    ],
    optionGroups: [
      .init(title: "Theme", options: [folder.description, force.description])
    ],
    examples: [
      .init(arguments: "theme", explanation: "List the parts."),
      .init(arguments: "theme header docgen.css", explanation: "Copy two of them into 'site', to change them."),
    ])

  private static let folder = Option.text(
    "output", short: "o", placeholder: "DIR", help: "Copy to DIR, which becomes a theme folder.",
    default: "the theme folder of the project")
  private static let force = Flag("force", help: "Replace files that are there already.")

  private let parts: [String]
  private let folder: String?
  private let isForced: Bool

  init(_ arguments: ParsedArguments) throws(UsageError) {
    var parts: [String] = []
    for name in arguments.positionals {
      guard let part = Self.part(named: name) else {
        throw .unknownPart(
          name, suggestion: Suggestions.nearest(to: name, among: Theme.builtInFiles.map(Self.shortName)))
      }
      if !parts.contains(part) { parts.append(part) }
    }
    self.parts = parts
    folder = try arguments.value(Self.folder)
    isForced = arguments.isSet(Self.force)
  }

  func run(_ console: Console) throws(CommandFailure) -> ExitStatus {
    let configuration = try Configuration.load(ProjectOptions())
    let folder = folder ?? configuration.themeFolder ?? Configuration.join(configuration.root, "site")
    if parts.isEmpty {
      let lines = Theme.builtInFiles.map { path in
        (FileSystem.kind(of: folder + "/" + path) == .file ? "* " : "  ") + path + "\n"
      }
      return console.print(lines.joined())
    }
    let present = parts.filter { FileSystem.kind(of: folder + "/" + $0) != nil }
    if let path = present.first, !isForced {
      throw .configuration("'\(folder)/\(path)' is there already; use '--force' to replace it")
    }
    let files = FileReplacements()
    do throws(FileError) {
      for path in parts {
        let target = folder + "/" + path
        try FileSystem.createFolder(FileSystem.folder(of: target))
        try files.put(target, with: Theme.builtInFile(path) ?? [])
      }
    } catch {
      _ = files.finish()
      throw .failure(error.description)
    }
    if let failure = files.finish().first { throw .failure(failure.description) }
    for path in parts { console.say("'\(path)' copied to '\(folder)/\(path)'") }
    return .success
  }

  /// The file that a name means: its path, its last part, or that without its ending.
  private static func part(named name: String) -> String? {
    Theme.builtInFiles.first { path in
      path == name || path.hasSuffix("/" + name) || shortName(path) == name
    }
  }

  private static func shortName(_ path: String) -> String {
    let name = path[(path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex)...]
    return name.hasSuffix(".mustache") ? String(name.dropLast(".mustache".count)) : String(name)
  }
}
