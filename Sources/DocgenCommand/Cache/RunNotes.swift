import DocgenSupport

/// What a run leaves for the next one that is asked the same, besides what it wrote.
final class RunNotes {
  /// What the run before left; `nil` if there was none, or what it made is not as it left it.
  private(set) var previous: ArraySlice<UInt8>?
  /// What the run before knew of files.
  private(set) var files: KnownFiles?
  /// What is left for the next run, in pieces.
  var next: [ArraySlice<UInt8>] = []

  init(previous: ArraySlice<UInt8>? = nil, files: KnownFiles? = nil) {
    self.previous = previous
    self.files = files
  }

  /// The parts of the work, as far as the run before knew them.
  var parts: KeptParts { KeptParts(previous: previous, files: files) }

  /// The same notes without what the run before left.
  func forgettingAll() -> RunNotes {
    (previous, files) = (nil, nil)
    return self
  }
}

extension RunNotes {
  /// The notes as they are kept in a file of their own, which runs share that write the same findings in another way.
  ///
  /// - Parameters:
  ///   - work: What the run works on; see ``RunIdentity/work``.
  ///   - seal: What the run left.
  ///   - inputs: What it asked.
  /// - Returns: What ``init(_:of:_:trusting:)`` reads, in pieces.
  func pieces(of work: [UInt8], _ seal: [UInt8], _ inputs: InputList) -> [ArraySlice<UInt8>] {
    var writer = StateWriter()
    writer.write(work)
    writer.write(seal)
    writer.write(inputs.bytes)
    return [writer.bytes[...]] + next
  }

  /// The notes of the run before; empty where they are of another work, or what it left is not as it left it.
  convenience init(_ bytes: ArraySlice<UInt8>, of work: [UInt8], _ seal: [UInt8]?, trusting trust: InputList.Trust) {
    var reader = StateReader(bytes)
    guard let kept = try? reader.content(), kept.elementsEqual(work), let left = try? reader.content(), let seal,
      left.elementsEqual(seal), let inputs = try? reader.content(),
      let files = KnownFiles(InputList(inputs), trusting: trust)
    else {
      self.init()
      return
    }
    self.init(previous: bytes[reader.index...], files: files)
  }
}
