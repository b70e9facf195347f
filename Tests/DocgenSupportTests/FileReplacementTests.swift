import DocgenSupport
import DocgenTestSupport
import Glibc
import Testing

@Suite struct FileReplacementTests {
  @Test func keepsTheMode() throws {
    let folder = try TemporaryFolder(["a.md": "old"])
    let path = folder.path + "/a.md"
    #expect(chmod(path, 0o640) == 0)
    try FileSystem.replace(path, with: Array("new".utf8))
    var status = stat()
    #expect(stat(path, &status) == 0)
    #expect(status.st_mode & 0o7777 == 0o640)
    #expect(try FileSystem.read(path) == Array("new".utf8))
    #expect(try FileSystem.list(folder.path).map(\.name) == ["a.md"])
  }

  @Test func followsLinks() throws {
    let folder = try TemporaryFolder(["there/a.md": "old", "here/b.md": ""])
    let link = folder.path + "/here/a.md"
    #expect(symlink("../there/a.md", link) == 0)
    try FileSystem.replace(link, with: Array("new".utf8))
    var status = stat()
    #expect(lstat(link, &status) == 0)
    #expect(status.st_mode & S_IFMT == S_IFLNK)
    #expect(try FileSystem.read(folder.path + "/there/a.md") == Array("new".utf8))
  }

  @Test func putsNewFilesAndOldOnes() throws {
    let folder = try TemporaryFolder(["old.md": "old", "folder/a.md": ""])
    #expect(symlink("new.md", folder.path + "/link.md") == 0)
    #expect(chmod(folder.path + "/old.md", 0o640) == 0)
    let files = FileReplacements()
    for name in ["old.md", "link.md"] { try files.put(folder.path + "/" + name, with: Array("new".utf8)) }
    #expect(FileSystem.kind(of: folder.path + "/new.md") == nil)
    let error = #expect(throws: FileError.self) { try files.put(folder.path + "/folder", with: []) }
    #expect(error?.code == EISDIR)
    #expect(files.finish().map(\.code) == [EISDIR])
    for name in ["old.md", "new.md"] { #expect(try FileSystem.read(folder.path + "/" + name) == Array("new".utf8)) }
    var status = stat()
    #expect(stat(folder.path + "/old.md", &status) == 0 && status.st_mode & 0o7777 == 0o640)
    #expect(try FileSystem.list(folder.path).map(\.name).sorted() == ["folder", "link.md", "new.md", "old.md"])
  }

  @Test func saysWhatIsMissing() throws {
    let folder = try TemporaryFolder()
    let error = #expect(throws: FileError.self) { try FileSystem.replace(folder.path + "/a.md", with: []) }
    #expect(error?.code == ENOENT)
    #expect(try FileSystem.list(folder.path).isEmpty)
  }

  @Test func replacesManyInBatches() throws {
    let names = (0..<200).map { "\($0 % 3)/\($0).md" }
    let folder = try TemporaryFolder(Dictionary(uniqueKeysWithValues: names.map { ($0, "old") }))
    let path = folder.path
    let files = FileReplacements()
    Parallel.forEach(count: names.count, jobs: 4) { try? files.add("\(path)/\(names[$0])", with: Array("new".utf8)) }
    #expect(throws: FileError.self) { try files.add(path + "/0/none.md", with: []) }
    #expect(files.finish().map(\.path) == [path + "/0/none.md"])
    #expect(files.count == names.count)
    for name in names { #expect(try FileSystem.read(path + "/" + name) == Array("new".utf8)) }
    for part in 0..<3 { #expect(try FileSystem.list("\(path)/\(part)").allSatisfy { $0.name.hasSuffix(".md") }) }
  }

  @Test func leavesFilesAloneThatTakeNoPlace() throws {
    let folder = try TemporaryFolder(["a.md": "old"])
    do {
      let scratch = try ScratchFile(for: folder.path + "/a.md", replacing: nil)
      try scratch.write(Array("new".utf8))
      #expect(try FileSystem.list(folder.path).count == 2)
    }
    #expect(try FileSystem.list(folder.path).map(\.name) == ["a.md"])
    #expect(try FileSystem.read(folder.path + "/a.md") == Array("old".utf8))
  }

  /// A scratch file that nobody has locked was left by a run that was killed; other files only look like one.
  @Test func removesWhatKilledRunsLeft() throws {
    let others = [
      ".docgen-notes", ".docgen-0123456789abcdef", ".docgen-0123456789abcdeg.tmp", "docgen-0123456789abcdef.tmp",
    ]
    let left = ".docgen-0123456789abcdef.tmp"
    let folder = try TemporaryFolder(Dictionary(uniqueKeysWithValues: ([left, "a.md"] + others).map { ($0, "") }))
    let running = try ScratchFile(for: folder.path + "/a.md", replacing: nil)
    Leftovers.remove(from: folder.path)
    let names = try FileSystem.list(folder.path).map(\.name)
    #expect(names.count == others.count + 2)
    #expect(!names.contains(left))
    #expect(Set(others + ["a.md"]).isSubset(of: names))
    try running.place()
    #expect(try FileSystem.list(folder.path).count == others.count + 1)
  }

  @Test func findsWhereLinksLead() throws {
    let folder = try TemporaryFolder(["there/a": "", "here/b": ""])
    let path = try #require(FileSystem.realPath(folder.path))
    for (name, target) in [("one", "two"), ("two", "../there/a"), ("new", path + "/there/new"), ("ring", "ring")] {
      #expect(symlink(target, path + "/here/" + name) == 0)
    }
    #expect(try FileDestination.find(path + "/here/one").path == path + "/there/a")
    #expect(try FileDestination.find(path + "/here/new").path == path + "/there/new")
    #expect(try FileDestination.find(path + "/here/new").isOrdinary)
    #expect(try FileDestination.find("/dev/null").isOrdinary == false)
    #expect(try FileDestination.find("/dev/stdout").descriptor == 1)
    #expect(#expect(throws: FileError.self) { try FileDestination.find(path + "/here/ring") }?.code == ELOOP)
    #expect(#expect(throws: FileError.self) { try FileDestination.find(path + "/none/a") }?.code == ENOENT)
    #expect(try FileDestination.find(path + "/here").isOrdinary == false)
  }
}
