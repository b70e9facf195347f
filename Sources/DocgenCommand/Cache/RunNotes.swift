import DocgenSupport

/// What a run leaves for the next one that is asked the same, besides what it wrote.
final class RunNotes {
  /// What the run before left; `nil` if there was none, or what it made is not as it left it.
  private(set) var previous: ArraySlice<UInt8>?
  /// What the run before knew of files.
  private(set) var files: KnownFiles?
  /// What is left for the next run.
  var next: [UInt8] = []

  init(previous: ArraySlice<UInt8>? = nil, files: KnownFiles? = nil) {
    self.previous = previous
    self.files = files
  }

  /// The same notes without what the run before left.
  func forgettingAll() -> RunNotes {
    (previous, files) = (nil, nil)
    return self
  }
}
