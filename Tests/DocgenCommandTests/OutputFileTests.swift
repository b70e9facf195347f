import DocgenSupport
import DocgenTestSupport
import Glibc
import Testing

@testable import DocgenCommand

@Suite struct OutputFileTests {
  private func folder() throws -> TemporaryFolder {
    try TemporaryFolder(["content/en/a.md": "# A\n", "out/real.json": "old"])
  }

  private func export(_ folder: TemporaryFolder, to path: String) -> Invocation {
    Invocation(["export", "--content", folder.path + "/content", "--output", path])
  }

  @Test func keepsTheModeAndFollowsLinks() throws {
    let folder = try folder()
    let (real, link) = (folder.path + "/out/real.json", folder.path + "/link.json")
    #expect(chmod(real, 0o640) == 0)
    #expect(symlink("out/real.json", link) == 0)
    #expect(export(folder, to: link).status == .success)
    var status = stat()
    #expect(lstat(link, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK)
    #expect(stat(real, &status) == 0 && status.st_mode & 0o7777 == 0o640)
    #expect(try FileSystem.read(real).count > 3)
    #expect(try FileSystem.list(folder.path + "/out").map(\.name) == ["real.json"])
  }

  @Test func makesWhatALinkLeadsTo() throws {
    let folder = try folder()
    #expect(symlink("out/new.json", folder.path + "/link.json") == 0)
    #expect(export(folder, to: folder.path + "/link.json").status == .success)
    #expect(FileSystem.kind(of: folder.path + "/out/new.json") == .file)
  }

  @Test func refusesAFolder() throws {
    let folder = try folder()
    for path in [folder.path, folder.path + "/out/", folder.path + "/."] {
      let run = export(folder, to: path)
      #expect(run.status == .failure)
      #expect(run.messages == "docgen: error: cannot write '\(path)', as it is a folder; name a file in it\n")
    }
    #expect(try FileSystem.list(folder.path).map(\.name) == ["content", "out"])
  }

  @Test func removesWhatKilledRunsLeft() throws {
    let folder = try folder()
    try folder.write([], to: "out/.docgen-0123456789abcdef.tmp")
    #expect(export(folder, to: folder.path + "/out/real.json").status == .success)
    #expect(try FileSystem.list(folder.path + "/out").map(\.name) == ["real.json"])
  }

  @Test func writesToWhatIsNoOrdinaryFile() throws {
    let folder = try folder()
    #expect(export(folder, to: "/dev/null").status == .success)
    #expect(FileSystem.kind(of: "/dev/null") == .other)
    let run = export(folder, to: folder.path + "/none/file")
    #expect(run.status == .failure)
    #expect(run.messages == "docgen: error: cannot write '\(folder.path)/none/file': No such file or directory\n")
  }
}
