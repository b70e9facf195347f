import DocgenRender
import DocgenSupport
import DocgenTestSupport
import Testing

/// The full text, with a program in the place of Pagefind that lists the pages it would index.
@Suite struct PagefindTests {
  private static let standIn = """
    [ "$1" = --version ] && exit
    mkdir -p "$4/index"
    (cd "$2" && grep -rl data-pagefind-body . | sort) > "$4/index/pages"
    echo '{"version":"1","languages":{"de":{"wasm":"de","hash":"x"}},"a":[{"d":1,"c":2}]}' > "$4/pagefind-entry.json"
    touch "$4/pagefind.js" "$4/pagefind-worker.js" "$4/pagefind-ui.js" "$4/pagefind-modular-ui.css" "$4/wasm.de.pagefind"
    """

  /// Settings of a project with a program that is this script of a shell.
  private func settings(_ project: ProjectFixture, script: String) throws -> SiteSettings {
    let path = project.folder.path + "/pagefind.sh"
    try FileSystem.write(Array(script.utf8), to: path)
    var settings = project.settings()
    settings.fullText = Pagefind()
    settings.fullText?.calls = [["docgen-no-such-program"], ["sh", path]]
    return settings
  }

  @Test func indexesThePagesOfEachLanguageByItself() throws {
    let project = try ProjectFixture()
    try project.build(settings(project, script: Self.standIn))
    #expect(try project.page("search/text/de/pagefind/index/pages") == "./Jobs/cim-job-killjob.html\n./index.html\n")
    #expect(try project.page("search/text/fr/pagefind/index/pages") == "./guide/second.html\n")
    #expect(try project.page("search/text/de/index.js").contains(#""fullText":"pagefind""#))
    #expect(try project.page("_headers").contains("script-src 'self' 'wasm-unsafe-eval';"))
  }

  @Test func keepsWhatTheSearchNeedsInOneOrder() throws {
    let project = try ProjectFixture()
    try project.build(settings(project, script: Self.standIn))
    let files = try ProjectFixture.files(below: project.output + "/search/text/de/pagefind")
    #expect(
      files.keys.sorted() == [
        "index/pages", "pagefind-entry.json", "pagefind-worker.js", "pagefind.js", "wasm.de.pagefind",
      ])
    #expect(
      String(decoding: files["pagefind-entry.json"] ?? [], as: UTF8.self)
        == #"{"a":[{"c":2,"d":1}],"languages":{"de":{"hash":"x","wasm":"de"}},"version":"1"}"#)
  }

  @Test func leavesOutALanguageWithoutPages() throws {
    let project = try ProjectFixture(["en/a.md": "# A\n", "fr/toc.yml": ""], locales: ["en", "fr"])
    try project.build(settings(project, script: Self.standIn))
    #expect(FileSystem.kind(of: project.output + "/search/text/en/pagefind") == .folder)
    #expect(FileSystem.kind(of: project.output + "/search/text/fr/pagefind") == nil)
    #expect(try !project.page("search/text/fr/index.js").contains("fullText"))
  }

  @Test func isGoneWithTheNextBuildThatDoesNotAskForIt() throws {
    let project = try ProjectFixture()
    try project.build(settings(project, script: Self.standIn))
    try project.build()
    #expect(FileSystem.kind(of: project.output + "/search/text/de/pagefind") == nil)
    #expect(try !project.page("de/index.html").contains("pagefind"))
    #expect(try !project.page("search/text/de/index.js").contains("fullText"))
    #expect(try !project.page("_headers").contains("wasm"))
  }

  @Test func saysWhatToDoWhereTheProgramIsMissing() throws {
    let project = try ProjectFixture()
    try project.build()
    var settings = project.settings()
    settings.fullText = Pagefind()
    settings.fullText?.calls = [["docgen-no-such-program"], ["sh", "-c", "exit 3"]]
    let error = try #require(throws: SiteError.self) { try project.build(settings) }
    #expect(error.description.contains("needs the program 'pagefind'"))
    #expect(error.description.contains("full-text"))
    #expect(try project.page("de/index.html").contains("Willkommen"), "the site of before is still there")
  }

  @Test func tellsWhatTheProgramSaidWhenItFailed() throws {
    let project = try ProjectFixture()
    let script = "[ \"$1\" = --version ] && exit\necho 'no memory is left' >&2\nexit 7"
    let settings = try settings(project, script: script)
    let error = try #require(throws: SiteError.self) { try project.build(settings) }
    #expect(error.description.hasSuffix("pagefind.sh failed: no memory is left"))
    #expect(FileSystem.kind(of: project.output) == nil)
  }
}
