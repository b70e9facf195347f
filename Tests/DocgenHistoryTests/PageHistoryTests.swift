import DocgenSupport
import DocgenTestSupport
import Testing

@testable import DocgenHistory

struct PageHistoryTests {
  /// The history of the folder `content/en` of a repository.
  private func history(
    _ git: GitFixture, path: String = "content/en", sample: [String] = ["api", "a.md"], today: Set<String> = []
  ) throws -> PageHistory {
    let repository = try #require(Repository(containing: git.path))
    return PageHistory(repository, path: path, name: "en", sample: sample) { today.contains($0) }
  }

  private func names(_ text: String) -> ContentHashes { ContentHashes(Array(text.utf8)) }

  /// What a revision is, in a word, and its text where it has one.
  private func told(_ revision: PageRevision) -> String {
    switch revision {
    case .unchanged: "unchanged"
    case .changed(_, let bytes): "changed: " + String(decoding: bytes, as: UTF8.self)
    case .absent: "absent"
    case .unknown: "unknown"
    case .unavailable: "unavailable"
    }
  }

  private func told(
    _ history: PageHistory, _ path: String, _ commit: String, _ today: String?, translatedName: String? = nil
  ) -> String {
    told(
      history.revision(of: path, at: commit, today: today.map(names), translatedName: translatedName))
  }

  @Test(arguments: [[], ["--object-format=sha256"]])
  func tellsWhatAPageWas(_ options: [String]) throws {
    let git = try GitFixture(options: options)
    let first = try git.commit(["content/en/a.md": "one\n", "content/en/api/B.md": "b\n"])
    let second = try git.commit(["content/en/a.md": "two\n"])
    let history = try history(git)
    #expect(told(history, "a.md", first, "one\n") == "unchanged")
    #expect(told(history, "a.md", second, "one\n") == "changed: two\n")
    #expect(told(history, "a.md", first, nil) == "changed: one\n")
    #expect(told(history, "API/b.md", String(first.prefix(12)), "b\n") == "unchanged")
    #expect(told(history, "c.md", first, "c\n") == "absent")
    #expect(told(history, "api", first, "c\n") == "absent")
    #expect(history.error == nil)
  }

  @Test func knowsCommitsThatAreNotThere() throws {
    let git = try GitFixture()
    try git.commit(["content/en/a.md": "one\n"])
    let history = try history(git)
    let unknown = String(repeating: "12", count: 20)
    // What is no id is not given to git: a branch, an option, a second line.
    for commit in [unknown, unknown, "main", "HEAD", "--all", "abc", "\(unknown)\nHEAD", ""] {
      #expect(told(history, "a.md", commit, "one\n") == "unknown")
    }
    #expect(history.unknownCommits.first { $0.commit == unknown }?.count == 2)
  }

  @Test func takesCheckedOutLineEndsForNone() throws {
    let git = try GitFixture()
    let first = try git.commit(["content/en/a.md": "one\ntwo\n"])
    let history = try history(git)
    #expect(told(history, "a.md", first, "one\r\ntwo\r\n") == "unchanged")
    // Where the repository has them itself, they are a change.
    try git.commit(["content/en/a.md": "one\r\ntwo\r\n"])
    #expect(told(try self.history(git), "a.md", first, "one\r\ntwo\r\n") == "changed: one\ntwo\n")
  }

  @Test func findsTheFolderUnderAnotherName() throws {
    let git = try GitFixture()
    let files = ["a.md": "one\n", "api/b.md": "b\n"]
    var old: [String: String?] = [:]
    for (name, text) in files {
      old["docs/de/\(name)"] = "de"
      old["docs/en/\(name)"] = text
    }
    let first = try git.commit(old)
    let second = try git.commit(["docs/en/a.md": nil, "docs/en/api/b.md": nil, "content/en/a.md": "one\n"])
    let history = try history(git)
    #expect(told(history, "a.md", first, "one\n") == "unchanged")
    #expect(told(history, "api/b.md", first, "b2\n") == "changed: b\n")
    #expect(told(history, "a.md", second, "one\n") == "unchanged")
  }

  @Test func findsPagesThatMoved() throws {
    let git = try GitFixture()
    let first = try git.commit([
      "content/en/a.md": "a\n", "content/en/api/one.md": "one\n", "content/en/api/index.md": "index\n",
      "content/en/old/index.md": "old index\n", "content/en/older/index.md": "older index\n",
    ])
    let history = try history(git, today: ["a.md", "api/index.md"])
    // By its content, by a name that is gone from where it was, and by the name of what was translated.
    #expect(told(history, "new/one.md", first, "one\n") == "unchanged")
    #expect(told(history, "new/one.md", first, "two\n") == "changed: one\n")
    #expect(told(history, "new/index.md", first, "two\n") == "absent")
    let name = HashFunction.sha256.hexadecimal(of: Array("older index\r\n".utf8))
    #expect(told(history, "new/index.md", first, "two\n", translatedName: name) == "changed: older index\n")
  }

  @Test func readsBareRepositoriesAndFoldersInThem() throws {
    let git = try GitFixture()
    let first = try git.commit(["desktop-src/a.md": "one\n", "desktop-src/api/b.md": "b\n"])
    try git.git(["clone", "--quiet", "--bare", ".", "copy.git"])
    let bare = try #require(Repository(containing: git.path + "/copy.git"))
    #expect(bare.isBare)
    let inBare = PageHistory(bare, path: "", name: "en", sample: ["api", "a.md"]) { _ in false }
    #expect(told(inBare, "a.md", first, "two\n") == "changed: one\n")
    let below = try #require(Repository(containing: git.path + "/desktop-src"))
    #expect(below.prefix == "desktop-src")
    #expect(try #require(Repository(containing: git.path + "/.git")).path == below.path)
  }

  @Test func saysWhatAShallowCloneLacks() throws {
    let git = try GitFixture()
    let first = try git.commit(["content/en/a.md": "one\n"])
    try git.commit(["content/en/a.md": "two\n"])
    try git.git(["clone", "--quiet", "--depth", "1", "file://" + git.path, "shallow"])
    let repository = try #require(Repository(containing: git.path + "/shallow"))
    #expect(repository.isShallow())
    let history = PageHistory(repository, path: "content/en", name: "en", sample: ["a.md"]) { _ in false }
    #expect(told(history, "a.md", first, "two\n") == "unknown")
    #expect(history.unknownCommits.map(\.commit) == [first])
  }

  @Test func saysWhyGitDoesNotAnswer() throws {
    let folder = try TemporaryFolder([".git/HEAD": "nonsense"])
    let repository = try #require(Repository(containing: folder.path))
    let history = PageHistory(repository, path: "", name: "en", sample: ["a.md"]) { _ in false }
    let commit = String(repeating: "12", count: 20)
    #expect(told(history, "a.md", commit, "one\n") == "unavailable")
    #expect(history.error?.description.contains("not a git repository") ?? false)
    #expect(throws: HistoryError.self) { try repository.check() }
  }

  /// A process that ends is started once more.
  @Test func outlivesItsProcess() throws {
    let git = try GitFixture()
    let first = try git.commit(["a.md": "one\n"])
    var reader = ObjectReader(try #require(Repository(containing: git.path)))
    #expect(told(&reader, first) == "one\n")
    reader.endProcess()
    #expect(told(&reader, first) == "one\n")
    reader.endProcess()
    #expect(told(&reader, first) == "git ended with status 137 and gave no reason")
    #expect(told(&reader, first) == "git ended with status 137 and gave no reason")
  }

  @Test func saysThatAProgramIsMissing() {
    do throws(ProcessError) {
      _ = try ChildProcess(["docgen-no-such-program"])
      Issue.record("a program that is not there was started")
    } catch {
      guard case .notFound("docgen-no-such-program") = error else {
        Issue.record("\(error)")
        return
      }
    }
  }

  private func told(_ reader: inout ObjectReader, _ commit: String) -> String {
    do throws(HistoryError) {
      return try reader.object("\(commit):a.md").map { String(decoding: $0.bytes, as: UTF8.self) } ?? "missing"
    } catch {
      return error.description
    }
  }
}
