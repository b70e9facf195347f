import DocgenSupport
import DocgenTestSupport
import Testing

@testable import DocgenHistory

struct ChangedFilesTests {
  private func changed(_ git: GitFixture, since revision: String, below folder: String = "") throws -> [String] {
    let repository = try #require(Repository(containing: git.path + "/" + folder))
    return try ChangedFiles(since: revision, in: repository).paths.sorted()
  }

  @Test func listsCommittedUncommittedAndNewFiles() throws {
    let git = try GitFixture()
    try git.commit([
      "docs/en/a.md": "a", "docs/en/b.md": "b", "docs/en/gone.md": "gone", "docs/en/c ü\"\n.md": "c", "other.md": "x",
      ".gitignore": "ignored.md\n",
    ])
    try git.git(["branch", "start"])
    try git.commit(["docs/en/a.md": "a2", "other.md": "y"])
    for (name, text) in ["b.md": "b2", "new.md": "new", "ignored.md": "no", "c ü\"\n.md": "c2"] {
      try git.folder.write(Array(text.utf8), to: "docs/en/" + name)
    }
    try FileSystem.remove(git.path + "/docs/en/gone.md")
    try git.git(["add", "docs/en/b.md"])
    #expect(try changed(git, since: "start", below: "docs/en") == ["a.md", "b.md", "c ü\"\n.md", "gone.md", "new.md"])
    #expect(try changed(git, since: "HEAD", below: "docs/en") == ["b.md", "c ü\"\n.md", "gone.md", "new.md"])
    #expect(try changed(git, since: "start").contains("other.md"))
  }

  @Test func countsFromWhereTheBranchBegan() throws {
    let git = try GitFixture()
    try git.commit(["a.md": "a", "b.md": "b"])
    try git.git(["checkout", "--quiet", "-b", "branch"])
    try git.commit(["a.md": "a2"])
    try git.git(["checkout", "--quiet", "main"])
    try git.commit(["b.md": "b2"])
    try git.git(["checkout", "--quiet", "branch"])
    #expect(try changed(git, since: "main") == ["a.md"])
  }

  @Test func comparesWithRevisionsOfAnotherOrigin() throws {
    let git = try GitFixture()
    try git.commit(["a.md": "a", "b.md": "b"])
    try git.git(["checkout", "--quiet", "--orphan", "other"])
    try git.commit(["a.md": "a2"])
    let files = try ChangedFiles(since: "main", in: try #require(Repository(containing: git.path)))
    #expect(!files.hasCommonAncestor)
    #expect(files.paths == ["a.md"])
  }

  @Test func saysWhichRevisionIsNotKnown() throws {
    let git = try GitFixture()
    try git.commit(["a.md": "a"])
    #expect {
      _ = try changed(git, since: "nowhere")
    } throws: {
      ($0 as? HistoryError)?.description.contains("no revision 'nowhere'") ?? false
    }
  }
}
