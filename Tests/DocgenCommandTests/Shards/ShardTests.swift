import DocgenMarkup
import DocgenSupport
import DocgenTestSupport
import Testing

@testable import DocgenCommand

@Suite struct ShardTests {
  /// A site of many shards is that of one run, byte for byte, in whichever order they come.
  @Test(arguments: [(1, "page/"), (2, "page/"), (3, "page.html"), (30, "page.html")])
  func makesTheSiteOfOneRun(count: Int, style: String) throws {
    let project = try ShardedProject("url-style: \(style)\nquality: \(count % 2 == 1)\n")
    let (whole, parts) = (project.path + "/whole", project.path + "/parts")
    let build = project.run("build --no-cache --output \(whole)")
    #expect(build.status == .success, "\(build.messages)")
    for run in project.runShards("build", of: count, output: parts) {
      #expect(run.status == .success, "\(run.messages)")
    }
    #expect(FileSystem.kind(of: parts + "/index.html") == nil)
    let merge = project.run("merge --output \(parts)")
    #expect(merge.status == .success, "\(merge.messages)")
    #expect(merge.messages.replacing(parts, with: whole) == build.messages)
    #expect(try ShardedProject.difference(whole, parts) == [])
  }

  /// The findings of many shards are those of one run, in all formats, and so is how they end the program.
  @Test(arguments: [1, 3])
  func findsWhatOneRunFinds(count: Int) throws {
    let project = try ShardedProject()
    let output = project.path + "/found"
    for run in project.runShards("lint", of: count, output: output) {
      #expect(run.status == .success && run.output.isEmpty && run.messages.isEmpty, "\(run.messages)")
    }
    let formats = ReportFormat.allCases.map { "--format \($0.rawValue)" }
    for options in formats + ["--fail-on note", "--exit-zero", "--max-findings 3", "--statistics"] {
      let lint = project.run("lint --no-cache \(options)")
      let merge = project.run("merge --keep-records --output \(output) \(options)")
      #expect(lint.output.contains("mismatched-requirement"))
      #expect(merge.output == lint.output)
      #expect(merge.messages == lint.messages)
      #expect(merge.status == lint.status)
    }
  }

  /// What is known and shall not fail the run is told to the merge.
  @Test func takesTheBaselineIntoAccount() throws {
    let project = try ShardedProject()
    let output = project.path + "/found"
    let baseline = project.path + "/baseline.json"
    _ = project.runShards("lint --ignore pairing", of: 3, output: output)
    #expect(project.run("merge --keep-records --output \(output)").status == .findings)
    let written = project.run("merge --keep-records --output \(output) --baseline \(baseline) --write-baseline")
    #expect(written.status == .success, "\(written.messages)")
    let single = project.path + "/single.json"
    _ = project.run("lint --no-cache --ignore pairing --baseline \(single) --write-baseline")
    #expect(try FileSystem.read(baseline) == FileSystem.read(single))
    let merge = project.run("merge --output \(output) --baseline \(baseline) --statistics")
    #expect(merge.status == .success)
    let lint = project.run("lint --no-cache --ignore pairing --baseline \(baseline) --statistics")
    #expect(merge.output == lint.output)
  }

  /// A project that is named by the command line alone needs no more words for the merge.
  @Test func remembersWhatNamesTheProject() throws {
    let project = try ShardedProject()
    let content = "--content \(project.path)/content --source-locale en --locale de"
    let (whole, parts, catalog) = (project.path + "/whole", project.path + "/parts", project.path + "/list")
    #expect(Invocation("build --no-cache \(content) --base-url /docs --output \(whole)").status == .success)
    #expect(Invocation("catalog \(content) --output \(catalog)").status == .success)
    for number in [2, 1] {
      let shard = "build --shard \(number)/2 --catalog \(catalog) --base-url /docs --output \(parts)"
      #expect(Invocation(shard).status == .success)
    }
    #expect(Invocation("merge --verify --output \(parts)").status == .success)
    #expect(try ShardedProject.difference(whole, parts) == [])
  }

  /// The same files give the same catalog; a file that grows gives another.
  @Test func makesTheSameCatalogAgain() throws {
    let project = try ShardedProject()
    let first = try FileSystem.read(project.catalog())
    #expect(try FileSystem.read(project.catalog()) == first)
    try project.folder.write(Array("# More words\n".utf8), to: "content/en/index.md")
    #expect(try FileSystem.read(project.catalog()) != first)
  }

  /// Files of the owner stay, and what an earlier run wrote and this one does not goes.
  @Test func leavesFilesOfOthers() throws {
    let project = try ShardedProject()
    let (whole, parts) = (project.path + "/whole", project.path + "/parts")
    _ = project.runShards("build", of: 2, output: parts)
    #expect(project.run("merge --output \(parts)").status == .success)
    try project.folder.write([1], to: "parts/CNAME")
    try FileSystem.remove(project.path + "/content/en/types/cthing5.md")
    try FileSystem.remove(project.path + "/content/de/types/cthing5.md")
    _ = project.runShards("build", of: 3, output: parts)
    #expect(project.run("merge --output \(parts)").status == .success)
    #expect(project.run("build --no-cache --output \(whole)").status == .success)
    #expect(try ShardedProject.difference(whole, parts) == ["/CNAME"])
    // The list of what docgen wrote has it not, so that the next build moves it along.
    #expect(project.run("build --no-cache --output \(parts)").status == .success)
    #expect(try ShardedProject.difference(whole, parts) == ["/CNAME"])
  }

  /// What a shard cannot read ends it and the merge with the status of failures; the rest is made, and the records stay.
  @Test func tellsWhatCannotBeRead() throws {
    let project = try ShardedProject()
    try project.folder.write([UInt8](repeating: 0x61, count: Limits.pageBytes + 1), to: "content/en/guide/large.md")
    let (whole, parts) = (project.path + "/whole", project.path + "/parts")
    let build = project.run("build --no-cache --output \(whole)")
    #expect(build.status == .failure)
    let shards = project.runShards("build", of: 2, output: parts)
    #expect(shards.map(\.status).filter { $0 == .failure }.count == 1)
    let merge = project.run("merge --output \(parts)")
    #expect(merge.status == .failure)
    #expect(merge.messages.contains("large.md': it has more than"))
    #expect(merge.messages.replacing(parts, with: whole) == build.messages)
    #expect(try ShardedProject.difference(whole, parts).allSatisfy { $0.hasPrefix("/.docgen/") })
    #expect(RecordFolder(output: parts).files().count == 2)
  }

  /// What a shard left that was killed while it wrote its record goes with the records.
  @Test func removesWhatKilledShardsLeft() throws {
    let project = try ShardedProject()
    let (whole, parts) = (project.path + "/whole", project.path + "/parts")
    _ = project.runShards("build", of: 2, output: parts)
    try project.folder.write([1], to: "parts/.docgen/records/.docgen-0123456789abcdef.tmp")
    #expect(project.run("merge --output \(parts)").status == .success)
    #expect(project.run("build --no-cache --output \(whole)").status == .success)
    #expect(try ShardedProject.difference(whole, parts) == [])
  }

  /// The model of many shards is that of one run, in all formats.
  @Test(arguments: [1, 3, 30])
  func exportsWhatOneRunExports(count: Int) throws {
    let project = try ShardedProject()
    let formats = ["--format json", "--format json --pretty", "--format jsonl --spans", "--format inventory"]
    for format in formats + ["--format inventory --locale de"] {
      let output = project.path + "/model"
      for run in project.runShards("export \(format)", of: count, output: output) {
        #expect(run.status == .success && run.output.isEmpty && run.messages.isEmpty, "\(run.messages)")
      }
      let export = project.run("export -q \(format)")
      let merge = project.run("merge --output \(output)")
      #expect(export.output.contains("CThing0") || format.contains("inventory"))
      #expect(merge.output == export.output)
      // One run looks for the dialect of an inventory in the pages of its locale alone.
      #expect(merge.messages == export.messages || format.contains("inventory"))
      #expect(merge.status == export.status)
      #expect(FileSystem.kind(of: output + "/.docgen") == nil)
    }
  }

  /// The statistics of many shards are those of one run.
  @Test(arguments: [1, 3, 30])
  func countsWhatOneRunCounts(count: Int) throws {
    let project = try ShardedProject()
    let output = project.path + "/counts"
    for run in project.runShards("stats", of: count, output: output) {
      #expect(run.status == .success && run.output.isEmpty && run.messages.isEmpty, "\(run.messages)")
    }
    for options in ["", "--format json", "--missing", "--at-least 1", "--format json --at-least 1"] {
      let stats = project.run("stats -q --no-time \(options)")
      let merge = project.run("merge --keep-records --output \(output) \(options)")
      #expect(merge.output == stats.output)
      #expect(merge.messages == stats.messages)
      #expect(merge.status == stats.status)
    }
  }

  /// A text that is not as its shard wrote it is refused, and nothing is written.
  @Test func refusesAnotherText() throws {
    let project = try ShardedProject()
    let output = project.path + "/model"
    _ = project.runShards("export", of: 2, output: output)
    let text = RecordFolder(output: output).files()[1] + ".text"
    try FileSystem.write(try FileSystem.read(text).dropLast() + [0], to: text)
    let merge = project.run("merge --output \(output)")
    #expect(merge.status == .usage && merge.output.isEmpty)
    #expect(merge.messages.contains("2-of-2.text' is not there or not as its shard wrote it"))
  }

  /// Options that say nothing about what the records are of are refused.
  @Test(arguments: [
    ("build", "--format json"), ("build", "--result file"), ("lint", "--missing"), ("stats", "--format sarif"),
    ("stats", "--statistics"), ("export", "--format jsonl"), ("export", "--at-least 3"),
  ])
  func refusesOptionsOfOtherWork(command: String, option: String) throws {
    let project = try ShardedProject()
    let output = project.path + "/out"
    _ = project.runShards(command, of: 1, output: output)
    let merge = project.run("merge --output \(output) \(option)")
    #expect(merge.status == .usage && merge.output.isEmpty, "\(merge.messages)")
  }
}
