import DocgenSupport

/// What says which work a run does, besides the files that it reads: two runs of the same identity that read the same
/// write the same.
struct RunIdentity {
  /// The variables that change what is written, or how.
  private static let variables = ["LC_ALL", "LC_MESSAGES", "LANG", "PATH"]

  /// All of it, in a form of its own.
  let bytes: [UInt8]

  /// - Parameters:
  ///   - command: The name of the command.
  ///   - arguments: What the user wants of it.
  ///   - console: Where it writes to.
  ///   - trust: How files are told apart; so is the program itself.
  init?(_ command: String, _ arguments: ParsedArguments, _ console: Console, trusting trust: InputList.Trust) {
    guard let program = Self.program(trust) else { return nil }
    var writer = StateWriter()
    writer.write(Version.current)
    writer.write(plain: program.bytes)
    writer.write(command)
    writer.write(arguments.positionals) { $0.write($1) }
    let options = arguments.occurrences.filter {
      !CacheOptions.keys.contains($0.key) && $0.key != ProjectOptions.jobsKey
    }
    writer.write(options.sorted { $0.key < $1.key }) { writer, option in
      writer.write(option.key)
      writer.write(option.value) { $0.write($1.value) }
    }
    writer.write(FileSystem.workingFolder)
    writer.write(console.workingFolder)
    writer.write(console.width)
    writer.write(console.isTerminal)
    writer.write(console.allowsColor)
    writer.write(console.showsLinks)
    for variable in Self.variables { writer.write(console.environment[variable]) }
    bytes = writer.bytes
  }

  /// A name for files of this identity.
  var name: String { String(Hexadecimal.string(ContentDigest(of: bytes).bytes).prefix(16)) }

  /// The program that runs, as a file that was built; by its content where times tell nothing.
  private static func program(_ trust: InputList.Trust) -> ContentDigest? {
    let path = "/proc/self/exe"
    switch trust {
    case .times: return FileStamp(path: path).map { ContentDigest(of: $0.bytes) }
    case .contents: return (try? FileSystem.read(path)).map { ContentDigest(of: $0) }
    }
  }
}
