import DocgenServe
import Testing

@testable import DocgenCommand

@Suite struct ContentChangesTests {
  private static let pages = ["content/en/a.md": "a", "content/de/a.md": "a", "content/en/b.md": "b"]

  private static func changes(_ paths: Set<String>, missing: Set<String> = []) -> ContentChanges {
    ContentChanges(FileWatcher.Changes(paths: paths), pages: pages) { !missing.contains($0) }
  }

  @Test func filesOfAPageAreThePage() {
    let changes = Self.changes(["content/en/a.md", "content/de/a.md", "./content/en/b.md"])
    #expect(changes.pages == ["a", "b"])
    #expect(!changes.isOfAll)
  }

  /// What vim, Emacs, JetBrains' programs and sed leave behind for a moment, or for good.
  @Test func whatEditorsWriteForThemselvesIsNothing() {
    let names = ["4913", "a.md~", "#a.md#", "a.md.swp", "a.md___jb_tmp___", "a.md.tmp"]
    #expect(Self.changes(Set(names.map { "content/en/" + $0 }), missing: ["content/en/4913"]).isEmpty)
    let saved = Self.changes(Set((names + ["a.md"]).map { "content/en/" + $0 }), missing: ["content/en/4913"])
    #expect(saved.pages == ["a"])
    #expect(!saved.isOfAll)
  }

  @Test func allElseConcernsTheWholeSite() {
    for path in [
      "content/en/new.md", "content/en/toc.yml", "site/config.yml", "locales/de", "content/en/2026",
      "content/en/image.png",
    ] {
      #expect(Self.changes([path]).isOfAll, "\(path)")
    }
    #expect(Self.changes(["content/en/a.md"], missing: ["content/en/a.md"]).isOfAll)
    #expect(ContentChanges(FileWatcher.Changes(isIncomplete: true), pages: [:]).isOfAll)
  }
}

@Suite struct WatchedFoldersTests {
  @Test func theFoldersOfAProjectAreWatchedOnce() {
    var configuration = Configuration(root: "/p")
    configuration.file = "/p/site/config.yml"
    configuration.localesFolder = "/p/locales"
    configuration.themeFolder = "/p/site"
    configuration.dialects = ["mdn", "site/dialects/own.yml"]
    #expect(WatchedFolders(configuration).paths == ["/p/content", "/p/site", "/p/locales"])
  }

  @Test func foldersOfLocalesMayLieAnywhere() {
    var configuration = Configuration(root: ".")
    configuration.contentFolder = "."
    configuration.contentFolders = [.init(locale: "en", folder: "docs"), .init(locale: "de", folder: "i18n/de")]
    #expect(WatchedFolders(configuration).paths == ["docs", "i18n/de"])
    configuration.contentFolders.append(.init(locale: "fr", folder: "."))
    #expect(WatchedFolders(configuration).paths == ["."])
  }

  @Test func theSiteItselfIsNotWatched() {
    let folders = WatchedFolders(Configuration(root: "."))
    #expect(folders.leaveOut("public"))
    #expect(folders.leaveOut("content/en/node_modules"))
    #expect(!folders.leaveOut("content/en"))
  }
}

@Suite struct LiveScriptTests {
  @Test func theScriptStandsAtTheEndOfTheHead() {
    let page = Array("<head><title>x</title>\n</head><body></head></body>".utf8)
    let text = String(decoding: LiveScript.added(to: page, version: "7") { "<\($0)\">" }, as: UTF8.self)
    #expect(text.hasPrefix("<head><title>x</title>\n<link rel=\"stylesheet\" href=\"/~docgen/live.css\"><script defer"))
    #expect(text.contains("data-version=\"7\""))
    #expect(text.contains("data-close=\"&lt;close&quot;>\"></script>\n</head><body></head></body>"))
  }

  @Test func aPageWithoutAHeadHasItAtItsEnd() {
    let text = String(decoding: LiveScript.added(to: [0x78], version: "") { $0 }, as: UTF8.self)
    #expect(text.hasPrefix("x<link"))
  }

  @Test func itsFilesAreBuiltIn() {
    #expect(LiveScript.file("live.js") != nil && LiveScript.file("live.css") != nil)
    #expect(LiveScript.file("../config.yml") == nil)
  }
}
