import DocgenSupport
import DocgenTestSupport
import Testing

@testable import DocgenCommand

@Suite struct FileLinkTests {
  /// All commands end, publish nothing from outside and change nothing there, and each link that is not followed is found.
  @Test(.timeLimit(.minutes(2)), arguments: LinkSetUp.leadingOut + LinkSetUp.inside + LinkSetUp.following)
  func linksStayInside(_ setUp: LinkSetUp) throws {
    let folder = try setUp.make()
    let outside = try Self.contents(of: folder.path + "/outside")
    let project = "--config \(folder.path)/project/site/config.yml"
    let lint = Invocation("lint \(project) --format json --source-history none")
    #expect(try Self.findings(lint) == setUp.findings.sorted())
    let text = Invocation("lint \(project) --source-history none")
    let build = Invocation("build \(project) --output \(folder.path)/out")
    #expect(build.status == .success, "\(build.messages)")
    let export = Invocation("export \(project) --format jsonl")
    #expect(export.status == .success)
    let site = try Self.contents(of: folder.path + "/out")
    for page in ["en/page.html", "en/real/b.html"] + setUp.pages { #expect(site[page] != nil, "\(page)") }
    let pages = site.keys.filter { $0.hasSuffix("/page.html") || $0.hasSuffix("/b.html") || $0.hasSuffix("/note.html") }
    #expect(pages.count(where: { $0.hasPrefix("en/") }) <= 2 + setUp.pages.count(where: { $0.hasPrefix("en/") }))

    let fix = Invocation("lint \(project) --source-history none --fix --unsafe --quiet")
    #expect(fix.messages.isEmpty)
    let page = try FileSystem.read(folder.path + "/project/content/de/page.md")
    #expect(String(decoding: page, as: UTF8.self).contains("hWnd"))
    guard !setUp.followsLinks else { return }
    for (path, bytes) in site { #expect(!Self.tellsTheSecret(bytes), "\(path)") }
    for run in [lint, text, build, export, fix] {
      #expect(!Self.tellsTheSecret(Array((run.output + run.messages).utf8)))
    }
    #expect(try Self.contents(of: folder.path + "/outside") == outside)
  }

  /// Without a configuration file, the project is the folder of the content.
  @Test func theContentIsTheProjectWithoutAConfiguration() throws {
    let folder = try LinkSetUp(name: "", links: ["project/content/en/x": "../../shared"]).make()
    guard let binary = SharedData.binary else { return }
    let project = ["--content", folder.path + "/project/content", "--source-locale", "en", "--source-history", "none"]
    let run = try ProgramRun(binary, ["lint"] + project + ["--format", "json"], in: folder.path)
    #expect(try Self.findings(run.output) == ["en/x outside-link"])
  }

  /// A name that is not UTF-8 is found, and told by its bytes.
  @Test func findsNamesThatAreNotUTF8() throws {
    let folder = try LinkSetUp(name: "").make()
    try folder.write(
      Array("# A\n".utf8), toName: Array("caf".utf8) + [0xE9] + Array(".md".utf8), in: "project/content/en")
    let lint = Invocation("lint --config \(folder.path)/project/site/config.yml --format json --source-history none")
    #expect(try Self.findings(lint) == ["en/caf\\xE9.md skipped-file"])
  }

  /// Folders that lie in each other without end are one finding; the stack and the clock stand it.
  @Test(.timeLimit(.minutes(1))) func findsFoldersThatLieTooDeep() throws {
    let folder = try LinkSetUp(name: "").make()
    let deep = (0..<1_500).map { _ in "d" }.joined(separator: "/")
    try folder.write(Array("# A\n".utf8), to: "project/content/en/\(deep)/a.md")
    let lint = Invocation("lint --config \(folder.path)/project/site/config.yml --format json --source-history none")
    #expect(try Self.findings(lint).count == 1)
    #expect(lint.output.contains("the folder lies deeper than 128 folders"))
  }

  @Test func refusesMoreLocalesThanAnybodyHas() throws {
    let folder = try TemporaryFolder()
    // Each is the tag of a language with a variant.
    for number in 0...Configuration.mostLocales { try FileSystem.createFolder("\(folder.path)/de-\(10_000 + number)") }
    let lint = Invocation("lint --content \(folder.path) --source-locale de-10000")
    #expect(lint.status == .usage)
    #expect(lint.messages.contains("501 folders"))
  }

  // MARK: Reading results

  private static func findings(_ run: Invocation) throws -> [String] { try findings(Array(run.output.utf8)) }

  private static func findings(_ json: [UInt8]) throws -> [String] {
    let items = try #require(try JSONReader.read(json)["diagnostics"]?.items)
    return items.filter { $0["group"]?.string == "file" }
      .map { "\($0["file"]?.string ?? "") \($0["rule"]?.string ?? "")" }.sorted()
  }

  /// The files below a folder by their paths.
  private static func contents(of folder: String) throws -> [String: [UInt8]] {
    let tree = FileTree([FileTree.Root(name: "", path: folder)], within: FileBoundary([folder]))
    var contents: [String: [UInt8]] = [:]
    for path in tree.branches[0].files { contents[path] = try FileSystem.read(folder + "/" + path) }
    return contents
  }

  private static func tellsTheSecret(_ bytes: [UInt8]) -> Bool {
    let secrets = [LinkSetUp.secret, "root:x:0:0"]
    return secrets.contains { ByteSearch.firstIndex(of: Array($0.utf8), in: bytes, from: 0) != nil }
  }
}
