import DocgenModel
import DocgenSupport

/// What a shard knows of its pages from an earlier run of it, and keeps for the next one.
///
/// A page is taken over where all that it was made of is as it was, in whichever shard of the same number it lies.
struct ShardMemory {
  /// The pages.
  let parts: KeptParts
  private let trust: InputList.Trust
  private let file: StateFile
  private let identity: [UInt8]
  private let trace = FileTrace()

  /// Finds what is kept.
  ///
  /// - Parameters:
  ///   - name: What is made of the pages.
  ///   - shard: Which part of them it is.
  ///   - output: Where the shard writes to.
  ///   - folder: The folder where it is kept.
  ///   - trust: How it is told whether files have changed.
  ///
  /// It is `nil` if nothing can be kept now, as another run is about it.
  init?(_ name: String, _ shard: Shard, output: String, in folder: String, trusting trust: InputList.Trust) {
    var writer = StateWriter()
    ProgramIdentity.current.write(to: &writer)
    writer.write(name)
    writer.write(output)
    identity = writer.bytes
    let digest = Hexadecimal.string(ContentDigest(of: Array(output.utf8)).bytes.prefix(8))
    // The count first: shards of another number leave those of this one alone.
    guard let file = StateFile("\(folder)/shard-\(name)-\(digest)-\(shard.count)-\(shard.number)") else { return nil }
    self.file = file
    self.trust = trust
    let (kept, work) = (file.read(), writer.bytes)
    parts = kept.map { RunNotes($0, of: work, [], trusting: trust).parts } ?? KeptParts()
  }

  /// Does the work on the pages, with what all of them share, and keeps what is known after it.
  ///
  /// - Parameters:
  ///   - context: What all pages are made with: of another one, nothing is taken over.
  ///   - catalog: The pages.
  ///   - prepare: Asks what all pages are made with besides what the context tells.
  ///   - body: The work.
  /// - Returns: What the work gives.
  /// - Throws: What the preparation or the work throws.
  func run<Shared, Value>(
    _ context: ContentDigest, _ catalog: PageCatalog, prepare: () throws(CommandFailure) -> Shared,
    _ body: (Shared, KeptParts) throws(CommandFailure) -> Value
  ) throws(CommandFailure) -> Value {
    let value = try trace.record { () throws(CommandFailure) in
      let shared = try prepare()
      if let asked = catalog.context(trace) { parts.begin(ContentDigest(of: context.bytes + asked.bytes)) }
      return try body(shared, parts)
    }
    let notes = RunNotes(trusting: trust)
    notes.next = parts.pieces
    // Without it, the next run does the work.
    if !notes.next.isEmpty, let inputs = InputList(trace) {
      try? file.write(pieces: notes.pieces(of: identity, [], inputs))
    }
    return value
  }
}
