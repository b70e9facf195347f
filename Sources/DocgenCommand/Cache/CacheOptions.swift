import DocgenSupport

/// What the command line says about what is kept from one run to the next.
struct CacheOptions: Equatable, Sendable {
  /// The folder to keep it in, where it is given.
  var folder: String?
  /// Nothing is kept, nor used.
  var isOff = false
  /// How it is told whether a file is the same; `nil` for times, or contents where a CI service runs docgen.
  var trust: InputList.Trust?

  /// Nothing is kept, nor used.
  static let off = CacheOptions(isOff: true)
}

extension CacheOptions {
  private static let folder = Option.text(
    "cache", placeholder: "DIR", help: "Keep in DIR what is known of this run, for the next one.",
    default: "'.docgen' in the project, or a folder of the user's cache where there is no configuration")
  private static let noCache = Flag("no-cache", help: "Do all of the work, and keep nothing for the next run.")
  private static let trust = Option<InputList.Trust>.choice(
    "trust", placeholder: "WHAT", help: "Tell by the times of files whether they have changed, or by their contents.",
    default: "times; contents where CI is set")

  static let group = CommandDescription.OptionGroup(
    title: "Cache", options: [folder.description, noCache.description, trust.description])

  /// The options that say how the work is done and do not change what comes out.
  static let keys: Set<String> = [folder.description.key, noCache.description.key, trust.description.key]

  init(_ arguments: ParsedArguments) throws(UsageError) {
    folder = try arguments.value(Self.folder)
    isOff = arguments.isSet(Self.noCache)
    trust = try arguments.value(Self.trust)
    if isOff, folder != nil {
      throw .conflict(option: "--no-cache", reason: "keeps nothing; leave out '--cache'")
    }
  }

  /// How it is told whether a file is the same.
  func trust(in environment: Environment) -> InputList.Trust {
    trust ?? (environment["CI"] == nil ? .times : .contents)
  }
}
