import DocgenSupport
import DocgenTestSupport
import Glibc
import Testing

@testable import DocgenServe

@Suite struct FileWatcherTests {
  private let folder: TemporaryFolder
  private let watcher: FileWatcher

  init() throws {
    folder = try TemporaryFolder(["a/page.md": "a", "a/inner/deep.md": "b", "left-out/x.md": "c", ".hidden/y.md": "d"])
    watcher = try FileWatcher()
    let path = folder.path
    watcher.watch([path]) { $0 == path + "/left-out" }
  }

  /// What changed, below the folder.
  private func changes(within milliseconds: Int = 2000) -> Set<String> {
    Set(watcher.changes(within: milliseconds, quiet: 20).paths.map { String($0.dropFirst(folder.path.utf8.count + 1)) })
  }

  private func write(_ name: String) throws { try FileSystem.write([0x61], to: folder.path + "/" + name) }

  private func move(_ name: String, to target: String) throws {
    try FileSystem.rename(folder.path + "/" + name, to: folder.path + "/" + target)
  }

  @Test func nothingIsToldWhereNothingChanges() {
    #expect(changes(within: 50).isEmpty)
  }

  @Test func aFileThatIsWrittenIsTold() throws {
    try write("a/inner/deep.md")
    #expect(changes() == ["a/inner/deep.md"])
  }

  @Test func aFileThatTakesThePlaceOfAnotherIsTold() throws {
    try write("a/page.md.new")
    try move("a/page.md.new", to: "a/page.md")
    #expect(changes() == ["a/page.md.new", "a/page.md"])
  }

  @Test func aFileThatIsRemovedIsTold() throws {
    try FileSystem.remove(folder.path + "/a/page.md")
    #expect(changes() == ["a/page.md"])
  }

  @Test func filesOfNewFoldersAreTold() throws {
    try FileSystem.createFolder(folder.path + "/new/one")
    _ = changes()
    try write("new/one/x.md")
    #expect(changes() == ["new/one/x.md"])
  }

  @Test func aFolderIsFollowedUnderItsNewName() throws {
    try move("a", to: "b")
    #expect(changes().isSuperset(of: ["a", "b"]))
    try write("b/inner/deep.md")
    #expect(changes() == ["b/inner/deep.md"])
  }

  @Test func whatIsLeftOutIsNotTold() throws {
    try write("left-out/x.md")
    try write(".hidden/y.md")
    try write("a/.page.md.swp")
    #expect(changes(within: 100).isEmpty)
  }

  @Test func aFolderThatComesLaterIsWatched() throws {
    watcher.watch([folder.path + "/later"])
    try FileSystem.createFolder(folder.path + "/later")
    #expect(changes(within: 5000) == ["later"])
    try write("later/x.md")
    #expect(changes() == ["later/x.md"])
  }

  @Test func foldersThatAreNoLongerWantedAreNotTold() throws {
    watcher.watch([folder.path + "/a/inner"])
    try write("a/page.md")
    #expect(changes(within: 100).isEmpty)
    try write("a/inner/deep.md")
    #expect(changes() == ["a/inner/deep.md"])
  }
}
