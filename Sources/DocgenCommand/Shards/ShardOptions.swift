import DocgenModel

/// What the command line says of the part of the work that this machine does.
struct ShardOptions: Equatable, Sendable {
  /// Which part it is.
  enum Choice: Equatable, Sendable {
    /// The one of a number.
    case part(Shard)
    /// The one that the engine has started, of as many parts as it says or as are given.
    case automatic(count: Int?)
  }

  var choice: Choice
  /// The file that `docgen catalog` made.
  var catalogFile: String
}

extension ShardOptions {
  private static let shard = Option<Choice>(
    "shard", placeholder: "I/N",
    help: """
      Do the work of part I of N, for 'docgen merge'; 'auto' asks Slurm, GitLab or Kubernetes which, 'auto/N' of N parts.
      """, expectation: "a part such as '2/7', 'auto' or 'auto/7'", convert: choice)
  private static let catalog = Option.text(
    "catalog", placeholder: "FILE",
    help: "With --shard: read what pages ask of each other from FILE of 'docgen catalog'.")

  static let group = CommandDescription.OptionGroup(
    title: "Several machines", options: [shard.description, catalog.description])

  /// Takes the options; `nil` if all of the work is to be done.
  static func read(_ arguments: ParsedArguments) throws(UsageError) -> ShardOptions? {
    let choice = try arguments.value(shard)
    let file = try arguments.value(catalog)
    guard let choice else {
      if file == nil { return nil }
      throw .conflict(option: "--catalog", reason: "goes with a part of the work; add '--shard I/N'")
    }
    guard let file else {
      throw .conflict(option: "--shard", reason: "needs the catalog that all parts share: add '--catalog FILE'")
    }
    return ShardOptions(choice: choice, catalogFile: file)
  }

  private static let choice: @Sendable (String) -> Choice? = { text in
    if text == "auto" { return .automatic(count: nil) }
    if text.hasPrefix("auto/") {
      return Shard("1/" + text.dropFirst(5)).map { .automatic(count: $0.count) }
    }
    return Shard(text).map { .part($0) }
  }

  /// That nothing says where the record goes.
  static let missingOutput = UsageError.conflict(
    option: "--shard", reason: "needs the folder for its record: add '--output DIR'")

  /// The part that this machine does.
  func shard(_ environment: Environment) throws(UsageError) -> Shard {
    switch choice {
    case .part(let shard): return shard
    case .automatic(let count): return try ShardEngine.shard(environment, of: count)
    }
  }
}
