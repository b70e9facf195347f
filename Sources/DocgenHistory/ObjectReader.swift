import DocgenSupport

/// An object of a repository.
struct GitObject {
  /// The name, in hexadecimal digits.
  var id: String
  /// `blob`, `tree` or `commit`.
  var kind: String
  var bytes: [UInt8]
}

/// Reads objects of a repository through one `git cat-file --batch` that stays alive.
///
/// The process starts with the first object that is asked for. One that ends early is started once more; after that
/// every answer is the same error. It is for one thread at a time.
struct ObjectReader: ~Copyable {
  private let repository: Repository
  private var process: ChildProcess?
  private var startCount = 0
  private(set) var error: HistoryError?

  /// Makes a reader of a repository's objects.
  init(_ repository: Repository) {
    self.repository = repository
  }

  /// Reads an object.
  ///
  /// - Parameter name: The name as git takes it, `<commit>^{tree}` included; it must hold no line end.
  /// - Returns: The object; `nil` if the repository does not have it, or has several of an abbreviated name.
  /// - Throws: That git is missing, refuses the repository or ended.
  mutating func object(_ name: String) throws(HistoryError) -> GitObject? {
    if let error { throw error }
    while true {
      do throws(HistoryError) {
        if let answer = try ask(name) { return answer.object }
      } catch {
        self.error = error
        throw error
      }
    }
  }

  /// An answer, which may be that there is no such object; `nil` when the process ended, and may be started again.
  private mutating func ask(_ name: String) throws(HistoryError) -> (object: GitObject?, Void)? {
    if process == nil {
      startCount += 1
      process = try Git.start(repository.options + ["cat-file", "--batch"])
    }
    if process?.send(Array("\(name)\n".utf8)) == true, let header = process?.readLine() {
      let words = header.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
      // `<id> <kind> <size>`, or `<name> missing`.
      guard words.count == 3, let size = Int(words[2]) else { return (nil, ()) }
      if var bytes = process?.read(size + 1) {
        bytes.removeLast()
        return (GitObject(id: words[0], kind: words[1], bytes: bytes), ())
      }
    }
    let ended = process.take()?.finish()
    if startCount < 2 { return nil }
    throw HistoryError(Git.reason(ended?.messages ?? "", status: ended?.status ?? -1))
  }

  /// Ends the process without the reader's doing, as a system that is out of memory does.
  mutating func endProcess() { process?.end() }
}
