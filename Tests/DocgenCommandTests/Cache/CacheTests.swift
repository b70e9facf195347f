import DocgenSupport
import DocgenTestSupport
import Glibc
import Testing

@testable import DocgenCommand

/// What is kept from one run to the next, and where.
struct CacheTests {
  private func project(_ configuration: String = "") throws -> TemporaryFolder {
    var files = ["site/config.yml": "source-locale: en\n" + configuration]
    for name in ["a", "b", "c"] {
      let page = "---\ntitle: \(name) function\n---\n# \(name) function\n\nText.\n"
      files["content/en/\(name).md"] = page
      files["content/de/\(name).md"] = page + "\n[lost](missing.md)\n"
    }
    return try TemporaryFolder(files)
  }

  private func run(_ command: String, _ folder: TemporaryFolder, _ more: String = "") -> Invocation {
    let output = command == "build" ? "--output \(folder.path)/public" : ""
    return Invocation("\(command) --config \(folder.path)/site/config.yml \(output) \(more)")
  }

  private func times(_ folder: TemporaryFolder) throws -> [String: UInt64] {
    let files = FileTree([.init(name: "", path: folder.path + "/public")], within: FileBoundary([folder.path]))
    var times: [String: UInt64] = [:]
    for file in files.branches[0].files {
      times[file] = FileStamp(path: folder.path + "/public/" + file)?.modification
    }
    return times
  }

  @Test(arguments: ["times", "contents"])
  func leavesASiteAloneWhereNothingChanged(trust: String) throws {
    let folder = try project()
    let first = run("build", folder, "--trust \(trust)")
    #expect(first.status == .success, "\(first.messages)")
    let before = try times(folder)
    let second = run("build", folder, "--trust \(trust)")
    #expect(second.status == .success && second.messages == first.messages)
    #expect(try times(folder) == before && !before.isEmpty)
    // What comes out the same keeps its times, even where all is made anew.
    #expect(run("build", folder, "--no-cache").messages == first.messages)
    #expect(try times(folder).filter { before[$0.key] != $0.value }.isEmpty)
  }

  @Test(arguments: ["", "--no-cache", "--quality"])
  func listsWhatChanged(more: String) throws {
    let folder = try project()
    func changes() throws -> [Substring] {
      let built = run("build", folder, "--changes \(folder.path)/changes.txt \(more)")
      #expect(built.status == .success, "\(built.messages)")
      let text = String(decoding: try FileSystem.read(folder.path + "/changes.txt"), as: UTF8.self)
      return text.split(separator: "\n")
    }
    let all = try changes()
    #expect(all.allSatisfy { $0.hasPrefix("A\t") } && all.contains("A\ten/a.html"))
    let names = Set(all.map { String($0.dropFirst(2)) })
    #expect(names == Set(try times(folder).keys.filter { $0 != ".docgen-site" } + [".nojekyll"]))
    #expect(try changes() == [])
    try folder.write(
      try FileSystem.read(folder.path + "/content/de/b.md") + Array("\nMore.\n".utf8), to: "content/de/b.md")
    let one = try changes()
    #expect(one.contains("M\tde/b.html") && one.contains("M\tde/b.md") && one.allSatisfy { $0.hasPrefix("M\t") })
    #expect(!one.contains { $0.hasSuffix("/a.html") || $0.hasSuffix("/c.html") })
    try FileSystem.remove(folder.path + "/content/de/c.md")
    let gone = try changes()
    #expect(gone.contains("D\tde/c.md") && gone.contains("M\tde/c.html"))
  }

  @Test func saysHowLongItTook() throws {
    let folder = try project()
    let built = run("build", folder, "--timings")
    for stage in ["find the pages", "make the pages", "make the search", "put it in place", "slowest pages"] {
      #expect(built.messages.contains(stage), "\(built.messages)")
    }
    #expect(run("build", folder, "--timings").messages.contains("Nothing had changed"))
    #expect(run("lint", folder, "--timings").messages.contains("check the pages"))
    #expect(!run("lint", folder, "--timings").messages.contains("check the pages"))
  }

  @Test func makesThePageThatChanged() throws {
    let folder = try project()
    #expect(run("build", folder).status == .success)
    let before = try times(folder)
    try folder.write(
      try FileSystem.read(folder.path + "/content/de/b.md") + Array("\nMore.\n".utf8), to: "content/de/b.md")
    #expect(run("build", folder).status == .success)
    let after = try times(folder)
    let changed = after.filter { before[$0.key] != $0.value }.keys.filter { !$0.hasPrefix("search/") }
    #expect(changed.sorted() == ["de/b.html", "de/b.md"])
  }

  @Test func writesFindingsAgain() throws {
    let folder = try project()
    for format in ReportFormat.allCases.map(\.rawValue) {
      let first = run("lint", folder, "--format \(format)")
      let second = run("lint", folder, "--format \(format)")
      let clean = run("lint", folder, "--format \(format) --no-cache")
      #expect(first.output == clean.output && second.output == clean.output && !clean.output.isEmpty)
      #expect(second.messages == clean.messages && second.status == clean.status)
    }
  }

  @Test func tellsOptionsOfTheSameValueApart() throws {
    let folder = try project()
    let only = run("lint", folder, "--rule broken-link")
    let others = run("lint", folder, "--ignore broken-link")
    #expect(others.output == run("lint", folder, "--ignore broken-link --no-cache").output)
    #expect(others.output != only.output)
  }

  @Test func keepsWhatItKnowsInTheProject() throws {
    let folder = try project()
    #expect(run("lint", folder).status == .findings || run("lint", folder).status == .success)
    #expect(try FileSystem.read(folder.path + "/.docgen/.gitignore") == Array("*\n".utf8))
    let other = try project()
    _ = run("lint", other, "--no-cache")
    #expect(!FileSystem.isThere(other.path + "/.docgen"))
    _ = run("lint", other, "--cache \(other.path)/kept")
    #expect(!FileSystem.isThere(other.path + "/.docgen") && FileSystem.kind(of: other.path + "/kept") == .folder)
  }

  /// What is known of pages that no project belongs to is kept with the user's other caches, and never beside the pages.
  @Test func writesNothingBesidePagesWithoutAProject() throws {
    let folder = try project()
    let caches = try TemporaryFolder()
    _ = Invocation(
      ["lint", "--content", folder.path + "/content", "--source-locale", "en"],
      environment: ["XDG_CACHE_HOME": caches.path])
    #expect(try FileSystem.list(caches.path + "/docgen").count == 1)
    #expect(try FileSystem.list(folder.path + "/content").map(\.name) == ["de", "en"])
  }

  @Test func tellsOfConflicts() throws {
    let lint = run("lint", try project(), "--no-cache --cache x")
    #expect(lint.status == .usage && lint.messages.contains("--no-cache"))
  }
}
