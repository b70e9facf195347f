import DocgenSupport
import DocgenTestSupport
import Testing

/// The whole corpus through the release binary, as users run it.
@Suite(
  "The whole corpus", .serialized, .enabled(if: Corpus.isAvailable, "\(Corpus.whySkipped)"),
  .enabled(if: SharedData.binary != nil, "DOCGEN_BINARY names no release binary; 'make test' builds one"))
struct WholeCorpusTests {
  private let binary: String
  private let corpus: String

  init() throws {
    binary = try #require(SharedData.binary)
    corpus = try #require(Corpus.root)
  }

  @Test func lintsTheSameWithOneThreadAndWithEight() throws {
    let one = try lint(jobs: 1)
    let eight = try lint(jobs: 8)
    #expect(one.status == 1)
    #expect(one.messages == "")
    #expect(one.output == eight.output)
    #expect(one.output.starts(with: Array(#"{"#.utf8)))
  }

  private func lint(jobs: Int) throws -> ProgramRun {
    try ProgramRun(
      binary, ["lint", "--content", corpus, "--source-locale", "en", "--format", "json", "--jobs", String(jobs)])
  }

  @Test func buildsEveryPageTheSameWithOneThreadAndWithEight() throws {
    let folder = try TemporaryFolder()
    for jobs in [1, 8] {
      let run = try ProgramRun(
        binary,
        [
          "build", "--content", corpus, "--source-locale", "en", "--output", "\(folder.path)/\(jobs)", "--jobs",
          String(jobs),
        ],
        in: folder.path)
      #expect(run.status == 0, "\(run.messages)")
    }
    let one = try files(below: folder.path + "/1")
    #expect(one == (try files(below: folder.path + "/8")))
    var differing: [String] = []
    for file in one {
      let bytes = try FileSystem.read("\(folder.path)/1/\(file)")
      if try FileSystem.read("\(folder.path)/8/\(file)") != bytes { differing.append(file) }
    }
    #expect(differing.isEmpty, "\(differing.count) files differ, such as \(differing.prefix(3))")

    let written = Set(one)
    var missing: [String] = []
    for page in try files(below: corpus) where page.hasSuffix(".md") {
      // Two folders of a locale may differ in case only; pages are the same all the same.
      if !written.contains(page.dropLast(3) + ".html") { missing.append(page) }
    }
    #expect(missing.isEmpty, "\(missing.count) pages have no file, such as \(missing.prefix(3))")
  }

  private func files(below folder: String) throws -> [String] {
    var result: [String] = []
    func collect(_ path: String) throws {
      for entry in try FileSystem.list(path.isEmpty ? folder : folder + "/" + path) where !entry.name.hasPrefix(".") {
        let child = path.isEmpty ? entry.name : path + "/" + entry.name
        if entry.kind == .folder { try collect(child) } else { result.append(child) }
      }
    }
    try collect("")
    return result
  }
}
