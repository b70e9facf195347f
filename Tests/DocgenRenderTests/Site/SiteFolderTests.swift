import DocgenRender
import DocgenSupport
import DocgenTestSupport
import Testing

/// The output folder: replaced as a whole or not at all.
@Suite struct SiteFolderTests {
  @Test func leavesTheOldSiteWhenABuildFails() throws {
    let project = try ProjectFixture()
    try project.build()
    let before = try ProjectFixture.files(below: project.output)
    // A folder stands where the file of a page would.
    try project.folder.write(Array("# x".utf8), to: "content/en/Jobs/cim-job.html/inner.md")
    #expect(throws: SiteError.self) { try project.build() }
    #expect(try ProjectFixture.files(below: project.output) == before)
    var settings = project.settings()
    settings.theme.templates["page"] = Array("{{#open}}".utf8)
    #expect(throws: SiteError.self) { try project.build(settings) }
    #expect(try ProjectFixture.files(below: project.output) == before)
    #expect(try FileSystem.list(project.folder.path).map(\.name) == ["content", "site"])
  }

  @Test func removesPagesThatAreGone() throws {
    let project = try ProjectFixture()
    try project.build()
    try FileSystem.remove(project.content + "/en/Jobs/unlisted.md")
    try project.build()
    #expect(FileSystem.kind(of: project.output + "/en/Jobs/unlisted.html") == nil)
  }

  @Test func refusesToReplaceWhatItHasNotWritten() throws {
    let project = try ProjectFixture()
    try project.folder.write(Array("mine".utf8), to: "other/notes.txt")
    for output in ["/other", "/content", "/content/site", "/content/en/Jobs", "", "/content/en/index.md"] {
      #expect(throws: SiteError.self, "\(output)") {
        try project.build(project.settings(output: project.folder.path + output))
      }
    }
    #expect(try FileSystem.read(project.folder.path + "/other/notes.txt") == Array("mine".utf8))
    #expect(FileSystem.kind(of: project.content + "/en/Jobs/cim-job.md") == .file)
  }

  @Test func takesAnEmptyFolderAndOneWithoutParent() throws {
    let project = try ProjectFixture()
    try FileSystem.createFolder(project.output)
    try project.build()
    try project.build(project.settings(output: project.folder.path + "/a/b/site/"))
    #expect(FileSystem.kind(of: project.folder.path + "/a/b/site/index.html") == .file)
  }

  @Test func cleansUpAfterBuildsThatWereKilled() throws {
    let project = try ProjectFixture()
    try project.folder.write([], to: ".site.docgen-1-0/.docgen-site")
    try project.folder.write([], to: ".site.docgen-1-0/en/index.html")
    try project.folder.write([], to: ".another.docgen-1-0/.docgen-site")
    try project.build()
    #expect(try FileSystem.list(project.folder.path).map(\.name) == [".another.docgen-1-0", "content", "site"])
  }
}
