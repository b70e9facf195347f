import DocgenRender
import DocgenSupport
import DocgenTestSupport
import Glibc
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

  // MARK: What is not docgen's

  private static let own = [
    "CNAME": "docs.example.org", ".git/HEAD": "ref", ".git/refs/heads/main": "0",
    "en/Jobs/notes.txt": "in a folder of docgen's",
    "en/mine/a/b.txt": "deep", "assets/extra.css": "a",
  ]

  private func addOwn(_ project: ProjectFixture) throws {
    for (name, text) in Self.own { try project.folder.write(Array(text.utf8), to: "site/" + name) }
    #expect(symlink("/etc", project.output + "/link") == 0)
  }

  private func expectOwn(_ project: ProjectFixture) throws {
    for (name, text) in Self.own { #expect(try project.page(name) == text) }
    var status = stat()
    #expect(lstat(project.output + "/link", &status) == 0)
    #expect(status.st_mode & S_IFMT == S_IFLNK)
    #expect(try FileSystem.list(project.folder.path).map(\.name) == ["content", "site"])
  }

  @Test func keepsWhatIsNotItsOwn() throws {
    let project = try ProjectFixture()
    try project.build()
    let before = try ProjectFixture.files(below: project.output)
    try addOwn(project)
    try project.build()
    try expectOwn(project)
    // Their folder is docgen's no longer, and stays for what is in it.
    for name in ["index", "cim-job", "cim-job-killjob", "odd name+100%", "unlisted"] {
      try FileSystem.remove(project.content + "/en/Jobs/\(name).md")
    }
    try FileSystem.remove(project.content + "/en/Jobs/images")
    try FileSystem.remove(project.content + "/de/Jobs")
    try FileSystem.remove(project.content + "/en/Jobs/toc.yml")
    try project.build()
    try expectOwn(project)
    #expect(FileSystem.kind(of: project.output + "/en/Jobs/cim-job.html") == nil)
    for name in before.keys where name.hasPrefix("en/Jobs/") {
      #expect(FileSystem.kind(of: project.output + "/" + name) == nil, "\(name)")
    }
  }

  @Test func overwritesItsOwnFilesOnly() throws {
    let project = try ProjectFixture()
    try project.build()
    try project.folder.write(Array("changed".utf8), to: "site/index.html")
    try project.build()
    #expect(try project.page("index.html") != "changed")
    try FileSystem.remove(project.output + "/index.html")
    #expect(symlink("de/index.html", project.output + "/index.html") == 0)
    let error = #expect(throws: SiteError.self) { try project.build() }
    #expect(error?.description.contains("site/index.html' is not docgen's, and the site has something else") == true)
    #expect(try project.page("index.html") == project.page("de/index.html"))
    #expect(try FileSystem.list(project.folder.path).map(\.name) == ["content", "site"])
  }

  @Test(arguments: [
    ("en/Jobs/new.html", "en/Jobs/new.md"), ("en/More", "en/More/page.md"),
    ("de/later/page.html/x", "en/later/page.md"),
  ])
  func refusesToReplaceOthersFiles(own: String, page: String) throws {
    let project = try ProjectFixture()
    try project.build()
    try project.folder.write(Array("mine".utf8), to: "site/" + own)
    try project.folder.write(Array("# New\n".utf8), to: "content/" + page)
    let before = try ProjectFixture.files(below: project.output)
    let error = #expect(throws: SiteError.self) { try project.build() }
    #expect(error?.description.contains("is not docgen's") == true)
    #expect(try ProjectFixture.files(below: project.output) == before)
    #expect(try FileSystem.list(project.folder.path).map(\.name) == ["content", "site"])
  }

  @Test func aMarkAloneGrantsNothing() throws {
    let project = try ProjectFixture()
    try project.folder.write([], to: "site/.docgen-site")
    try project.folder.write(Array("years of work".utf8), to: "site/thesis.txt")
    let error = #expect(throws: SiteError.self) { try project.build() }
    #expect(error?.description.contains("no list of what docgen wrote") == true)
    #expect(try project.page("thesis.txt") == "years of work")
    try FileSystem.remove(project.output + "/thesis.txt")
    try project.build()
    var list = try FileSystem.read(project.output + "/.docgen-site")
    list[list.count - 2] ^= 1
    try FileSystem.write(list, to: project.output + "/.docgen-site")
    #expect(throws: SiteError.self) { try project.build() }
    try FileSystem.remove(project.output + "/.docgen-site")
    #expect(mkfifo(project.output + "/.docgen-site", 0o600) == 0)
    #expect(throws: SiteError.self) { try project.build() }
    #expect(FileSystem.kind(of: project.output + "/index.html") == .file)
  }

  /// As a build leaves them that was killed before the two folders changed places, and after that.
  @Test(arguments: [false, true])
  func findsWhatAKilledBuildHadOnItsWay(isExchanged: Bool) throws {
    let project = try ProjectFixture()
    try project.build()
    let left = project.folder.path + "/.site.docgen-1-0"
    try project.build(project.settings(output: project.folder.path + "/left"))
    try FileSystem.rename(project.folder.path + "/left", to: left)
    try addOwn(project)
    // Half of them have moved, or not yet.
    for name in isExchanged ? [".git"] : ["CNAME", "en/mine"] {
      try FileSystem.createFolder(left + "/en")
      try FileSystem.rename(project.output + "/" + name, to: left + "/" + name)
    }
    // A removal that was killed, too.
    if isExchanged { try FileSystem.remove(left + "/de") }
    try project.build()
    try expectOwn(project)
  }

  @Test func aWholeSiteTakesThePlaceOfNone() throws {
    let project = try ProjectFixture()
    try project.build()
    try addOwn(project)
    try FileSystem.rename(project.output, to: project.folder.path + "/.site.docgen-1-0.old")
    try project.build()
    try expectOwn(project)
  }

  @Test func refusesToLoseWhatTwoFoldersHave() throws {
    let project = try ProjectFixture()
    try project.build()
    let left = project.folder.path + "/.site.docgen-1-0"
    try project.build(project.settings(output: project.folder.path + "/left"))
    try FileSystem.rename(project.folder.path + "/left", to: left)
    try project.folder.write(Array("one".utf8), to: "site/CNAME")
    try project.folder.write(Array("two".utf8), to: ".site.docgen-1-0/CNAME")
    let error = #expect(throws: SiteError.self) { try project.build() }
    #expect(error?.description.contains("move it out of '\(left)'") == true)
    #expect(try FileSystem.read(left + "/CNAME") == Array("two".utf8))
    #expect(try project.page("CNAME") == "one")
  }

  @Test func followsALinkAndKeepsTheModeOfTheFolder() throws {
    let project = try ProjectFixture()
    try FileSystem.createFolder(project.folder.path + "/real/site")
    #expect(chmod(project.folder.path + "/real/site", 0o2775) == 0)
    #expect(symlink("real/site", project.output) == 0)
    try project.build()
    try project.folder.write(Array("mine".utf8), to: "real/site/CNAME")
    try project.build()
    var status = stat()
    #expect(lstat(project.output, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK)
    #expect(stat(project.output, &status) == 0 && status.st_mode & 0o7777 == 0o2775)
    #expect(try project.page("CNAME") == "mine")
    #expect(try FileSystem.list(project.folder.path + "/real").map(\.name) == ["site"])
  }
}
