/// What an earlier run knew of the contents of files, asked by their paths.
public final class KnownFiles: Sendable {
  private struct Known {
    var digest: ContentDigest
    var stamp: FileStamp?
  }

  private let files: [String: Known]
  private let trust: InputList.Trust

  /// Takes what the run noted; `nil` if that is damaged.
  public init?(_ inputs: InputList, trusting trust: InputList.Trust) {
    var files: [String: Known] = [:]
    do throws(StateReader.Damage) {
      try inputs.forEachContent { path, digest, stamp in files[path] = Known(digest: digest, stamp: stamp) }
    } catch {
      return nil
    }
    self.files = files
    self.trust = trust
  }

  /// What a question is answered now; a file is read only where it has to be.
  ///
  /// - Returns: `nil` if that cannot be told.
  public func answer(to question: FileTrace.Question) -> FileTrace.Answer? {
    let path = question.path
    if question.subject == .content, trust == .times, let known = files[path], let stamp = known.stamp,
      FileStamp(path: path) == stamp
    {
      return FileTrace.Answer(digest: known.digest, stamp: stamp)
    }
    return InputList.answer(question.subject, path).map { FileTrace.Answer(digest: $0.digest, stamp: $0.stamp) }
  }
}
