import DocgenSupport
import DocgenTestSupport
import Glibc
import Testing

@testable import DocgenCommand

/// A file that cannot be read does not end a run: what is left is done, and the status tells.
@Suite struct UnreadableFileTests {
  private static let files = [
    "content/en/a.md": "# A\n\n## Parameters\n\n*hWnd* \\[in\\]\n", "content/de/a.md": "# A\n",
    "content/en/b.md": "# B\n", "content/en/closed/c.md": "# C\n", "content/en/toc.yml": "- name: A\n  href: a.md\n",
    "content/en/pic.png": "", "site/config.yml": "source-locale: en\n",
  ]

  /// Runs the program as a user who may not read everything; `nil` if that cannot be.
  private static func run(_ arguments: [String], _ folder: TemporaryFolder) throws -> ProgramRun? {
    guard let binary = SharedData.binary else { return nil }
    if geteuid() != 0 { return try ProgramRun(binary, arguments, in: folder.path) }
    let program = "/usr/bin/setpriv"
    guard FileSystem.kind(of: program) == .file else { return nil }
    let user = ["--reuid", "65534", "--regid", "65534", "--clear-groups"]
    return try ProgramRun(program, user + [binary] + arguments, in: folder.path)
  }

  @Test func goesOnAndTells() throws {
    let folder = try TemporaryFolder(Self.files)
    try FileSystem.createFolder(folder.path + "/written")
    for (path, mode) in [("", 0o755), ("/written", 0o777)] { chmod(folder.path + path, mode_t(mode)) }
    let closed = ["content/en/b.md", "content/en/closed", "content/en/toc.yml", "content/en/pic.png"]
    for path in closed { chmod(folder.path + "/" + path, 0) }
    defer { for path in closed { chmod(folder.path + "/" + path, 0o755) } }

    guard let lint = try Self.run(["lint", "--format", "json", "--source-history", "none"], folder) else { return }
    #expect(lint.status == ExitStatus.failure.rawValue)
    #expect(try JSONReader.read(lint.output)["diagnostics"]?.items?.isEmpty == false)
    for path in closed.prefix(2) { #expect(lint.messages.contains("\(path)': Permission denied"), "\(path)") }

    let build = try Self.run(["build", "--output", "written/site"], folder)
    #expect(build?.status == ExitStatus.failure.rawValue)
    for path in closed { #expect(build?.messages.contains("\(path)': Permission denied") == true, "\(path)") }
    #expect(FileSystem.kind(of: folder.path + "/written/site/de/a.html") == .file)

    let export = try Self.run(["export", "--format", "jsonl", "--output", "written/model.jsonl"], folder)
    #expect(export?.status == ExitStatus.failure.rawValue)
    #expect(try FileSystem.read(folder.path + "/written/model.jsonl").count { $0 == 0x0A } == 3)
    #expect(try Self.run(["stats"], folder)?.status == ExitStatus.failure.rawValue)

    let baseline = ["--baseline", "written/baseline.json", "--write-baseline"]
    let written = try Self.run(["lint", "--source-history", "none"] + baseline, folder)
    #expect(written?.status == ExitStatus.failure.rawValue)
    #expect(!FileSystem.isThere(folder.path + "/written/baseline.json"))
  }

  @Test(arguments: ["lint", "build", "export", "stats"])
  func wantsPages(command: String) throws {
    let folder = try TemporaryFolder([
      "content/en/a.rst": "", "content/en/b.rst": "", "content/en/c.adoc": "", "content/de/d.txt": "",
      "site/config.yml": "source-locale: en\n",
    ])
    let output = command == "build" ? " --output \(folder.path)/out" : ""
    let run = Invocation("\(command) --config \(folder.path)/site/config.yml\(output)")
    #expect(run.status == .usage)
    #expect(run.output.isEmpty)
    #expect(run.messages.contains("it holds 2 '.rst', 1 '.adoc', which docgen does not read"), "\(run.messages)")
    #expect(!FileSystem.isThere(folder.path + "/out"))
    let allowed = Invocation("\(command) --allow-empty --config \(folder.path)/site/config.yml\(output)")
    #expect(allowed.status == .success, "\(allowed.messages)")
  }

  /// What is left out is found, even where nothing else is there.
  @Test func findsWhatKeepsAProjectEmpty() throws {
    let folder = try TemporaryFolder(["site/config.yml": "source-locale: en\n"])
    try folder.link("content/en/a.md", to: "b.md")
    let lint = Invocation("lint --concise --config \(folder.path)/site/config.yml")
    #expect(lint.status == .usage)
    #expect(lint.output.contains("en/a.md:1:1: warning[skipped-file]"))
    #expect(lint.messages.contains("there are no pages in"))
  }
}
