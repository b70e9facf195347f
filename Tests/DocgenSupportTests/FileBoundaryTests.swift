import DocgenSupport
import DocgenTestSupport
import Testing

/// Which paths lie within the folders of a project.
@Suite struct FileBoundaryTests {
  @Test func endsWithTheNameOfAFolder() throws {
    let folder = try TemporaryFolder(["a/x.md": "", "ab/x.md": "", "a.md": "", "a/.x/y.md": ""])
    let boundary = FileBoundary([folder.path + "/a"])
    for path in ["a", "a/x.md", "a/new/y.md"] { #expect(boundary.contains(folder.path + "/" + path), "\(path)") }
    for path in ["ab", "ab/x.md", "a.md", "ab/new.md", "", "a/.x/y.md"] {
      #expect(!boundary.contains(folder.path + "/" + path), "\(path)")
    }
    #expect(boundary.forNamedFiles.contains(folder.path + "/a/.x/y.md"))
  }

  @Test func writesNothingOutside() throws {
    let folder = try TemporaryFolder(["a/x.md": "old", "ab/x.md": "old"])
    try folder.link("a/link.md", to: "../ab/x.md")
    let boundary = FileBoundary([folder.path + "/a"])
    let files = FileReplacements()
    try boundary.replace(folder.path + "/a/x.md", with: Array("new".utf8), in: files)
    for name in ["a/link.md", "ab/x.md"] {
      #expect(throws: FileError.self) {
        try boundary.replace(folder.path + "/" + name, with: Array("new".utf8), in: files)
      }
    }
    #expect(files.finish().count == 2)
    #expect(try FileSystem.read(folder.path + "/a/x.md") == Array("new".utf8))
    #expect(try FileSystem.read(folder.path + "/ab/x.md") == Array("old".utf8))
  }
}
