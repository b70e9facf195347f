import DocgenRender
import DocgenSupport

/// What a run leaves for the next one that is asked the same, besides what it wrote.
final class RunNotes {
  /// What the run before left; `nil` if there was none, or what it made is not as it left it.
  private(set) var previous: ArraySlice<UInt8>?
  /// What the run before knew of files.
  private(set) var files: KnownFiles?
  /// What is left for the next run, in pieces.
  var next: [ArraySlice<UInt8>] = []

  /// How files are told apart.
  private let trust: InputList.Trust

  init(trusting trust: InputList.Trust, previous: ArraySlice<UInt8>? = nil, files: KnownFiles? = nil) {
    self.trust = trust
    self.previous = previous
    self.files = files
  }

  /// The parts of the work, as far as the run before knew them.
  var parts: KeptParts { KeptParts(previous: previous, files: files) }

  // MARK: A site

  /// What pages ask of each other, as the build before left it: with its length, before the parts.
  private var ofSite: (outline: ArraySlice<UInt8>?, parts: ArraySlice<UInt8>?) {
    guard let previous else { return (nil, nil) }
    var reader = StateReader(previous)
    guard let outline = try? reader.content() else { return (nil, nil) }
    return (outline.isEmpty ? nil : outline, previous[reader.index...])
  }

  /// What pages ask of each other; `nil` if files are not told apart by their times.
  var outline: KeptOutline? {
    if trust == .contents { return nil }
    return KeptOutline(previous: files == nil ? nil : ofSite.outline)
  }

  /// The pages of a site, as far as the build before knew them.
  var siteParts: KeptParts { KeptParts(previous: ofSite.parts, files: files) }

  /// Leaves what is known of a site for the next build.
  func keep(_ outline: [UInt8], _ parts: KeptParts) {
    let pieces = parts.pieces
    if pieces.isEmpty { return }
    var writer = StateWriter(capacity: outline.count + 16)
    writer.write(outline)
    next = [writer.bytes[...]] + pieces
  }

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
      self.init(trusting: trust)
      return
    }
    self.init(trusting: trust, previous: bytes[reader.index...], files: files)
  }
}
