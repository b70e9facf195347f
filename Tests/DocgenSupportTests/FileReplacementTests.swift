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

  @Test func saysWhatIsMissing() throws {
    let folder = try TemporaryFolder()
    let error = #expect(throws: FileError.self) { try FileSystem.replace(folder.path + "/a.md", with: []) }
    #expect(error?.code == ENOENT)
    #expect(try FileSystem.list(folder.path).isEmpty)
  }
}
