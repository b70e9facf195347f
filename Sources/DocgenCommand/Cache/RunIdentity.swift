import DocgenSupport

/// What says which work a run does, besides the files that it reads: two runs of the same identity that read the same
/// write the same.
struct RunIdentity {
  /// The variables that change what is written, or how.
  private static let variables = ["LC_ALL", "LC_MESSAGES", "LANG"]

  /// All of it, in a form of its own.
  let bytes: [UInt8]
  /// The part of it that says what is worked out, and not how that is written.
  let work: [UInt8]

  /// - Parameters:
  ///   - command: The name of the command.
  ///   - arguments: What the user wants of it.
  ///   - outputKeys: The keys of the options that say no more than how something is written.
  ///   - console: Where it writes to.
  ///   - trust: How files are told apart; so is the program itself.
  init?(
    _ command: String, _ arguments: ParsedArguments, writtenBy outputKeys: Set<String>, _ console: Console,
    trusting trust: InputList.Trust
  ) {
    guard let program = Self.program(trust) else { return nil }
    func write(_ options: [(key: String, value: [ParsedArguments.Occurrence])], to writer: inout StateWriter) {
      writer.write(options.sorted { $0.key < $1.key }) { writer, option in
        writer.write(option.key)
        writer.write(option.value) { $0.write($1.value) }
      }
    }
    let options = arguments.occurrences.filter {
      !CacheOptions.keys.contains($0.key) && $0.key != ProjectOptions.jobsKey
    }
    var writer = StateWriter()
    writer.write(Version.current)
    writer.write(plain: program.bytes)
    writer.write(command)
    writer.write(arguments.positionals) { $0.write($1) }
    writer.write(FileSystem.workingFolder)
    writer.write(console.workingFolder)
    writer.write(console.environment["PATH"])
    write(options.filter { !outputKeys.contains($0.key) }.map { $0 }, to: &writer)
    work = writer.bytes
    write(options.filter { outputKeys.contains($0.key) }.map { $0 }, to: &writer)
    writer.write(console.width)
    writer.write(console.isTerminal)
    writer.write(console.allowsColor)
    writer.write(console.showsLinks)
    for variable in Self.variables { writer.write(console.environment[variable]) }
    bytes = writer.bytes
  }

  /// A name for files of what is worked out.
  var workName: String { Self.name(work) }

  /// A name for files of this identity.
  var name: String { Self.name(bytes) }

  private static func name(_ bytes: [UInt8]) -> String {
    Hexadecimal.string(ContentDigest(of: bytes).bytes.prefix(8))
  }

  /// The program that runs, as a file that was built; by its content where times tell nothing.
  private static func program(_ trust: InputList.Trust) -> ContentDigest? {
    switch trust {
    case .times: FileStamp(path: ProgramBuild.path).map { ContentDigest(of: $0.bytes) }
    case .contents: ProgramBuild.digest
    }
  }
}
