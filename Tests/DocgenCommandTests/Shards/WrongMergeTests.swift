import DocgenModel
import DocgenSupport
import DocgenTestSupport
import Testing

@testable import DocgenCommand

/// Records that do not fit together are refused with the cause and the cure, and nothing is published.
@Suite struct WrongMergeTests {
  private let project: ShardedProject
  private let output: String
  private let records: RecordFolder

  init() throws {
    project = try ShardedProject("quality: true\n")
    output = project.path + "/out"
    records = RecordFolder(output: output)
    for run in project.runShards("build", of: 3, output: output) { #expect(run.status == .success) }
  }

  private func file(_ number: Int, of count: Int = 3) -> String {
    Shard(number: number, of: count).map(records.file) ?? ""
  }

  /// Changes a record, and gives it a checksum that fits.
  private func rewrite(_ number: Int, to path: String? = nil, _ change: (inout ShardFile) -> Void) throws {
    var record = try ShardFile(file: file(number))
    change(&record)
    try record.write(to: path ?? file(number))
  }

  private func copy(_ path: String, to target: String) throws {
    try FileSystem.write(try FileSystem.read(path), to: target)
  }

  /// The files besides the records.
  private func published() throws -> [String: String] {
    try ShardedProject.digests(of: output).filter { !$0.key.hasPrefix("/.docgen/") }
  }

  /// A merge that must be refused, as a person reads it.
  private func refusal(_ title: String, _ arguments: String = "") throws -> String {
    let before = try published()
    let merge = project.run("merge --output \(output) \(arguments)")
    #expect(merge.status == .usage || merge.status == .failure, "\(title)")
    #expect(merge.output == "")
    #expect(try published() == before, "\(title)")
    #expect(FileSystem.kind(of: output + "/index.html") == nil)
    let messages = merge.messages.replacing(output, with: "OUT").replacing(project.path, with: "DIR")
    return "# \(title)\n\(messages)\n"
  }

  /// Does something to the records, tells what the merge says, and puts them back.
  private func refusal(_ title: String, _ arguments: String = "", after damage: () throws -> Void) throws -> String {
    var kept: [String: [UInt8]] = [:]
    for file in records.files() { kept[file] = try FileSystem.read(file) }
    try damage()
    let text = try refusal(title, arguments)
    for file in records.files() { try FileSystem.remove(file) }
    for (file, bytes) in kept { try FileSystem.write(bytes, to: file) }
    return text
  }

  @Test func refusesWhatDoesNotFitTogether() throws {
    var text = ""
    text += try refusal("A shard that has not run, or was killed") { try FileSystem.remove(file(2)) }
    text += try refusal("All shards are missing") {
      for file in records.files() { try FileSystem.remove(file) }
    }
    text += try refusal("A record that is given twice", "\(file(1)) \(file(2)) \(file(3)) \(file(2))")
    text += try refusal("A record under the name of another") { try copy(file(1), to: file(3)) }
    text += try refusal("Another version of docgen") { try rewrite(2) { $0.program.version = "9.9.9" } }
    text += try refusal("Another build of the same version") {
      try rewrite(2) { $0.program.build = ContentDigest(of: "another") }
    }
    text += try refusal("Another catalog") { try rewrite(3) { $0.catalogDigest = ContentDigest(of: "another") } }
    text += try refusal("Another configuration") { try rewrite(3) { $0.workDigest = ContentDigest(of: "another") } }
    text += try refusal("A damaged record") {
      var bytes = try FileSystem.read(file(2))
      bytes[bytes.count / 2] ^= 1
      try FileSystem.write(bytes, to: file(2))
    }
    text += try refusal("A record that was cut off") {
      try FileSystem.write(Array(try FileSystem.read(file(2)).prefix(40)), to: file(2))
    }
    text += try refusal("A file that is no record") { try FileSystem.write(Array("notes\n".utf8), to: file(2)) }
    text += try refusal("A record of a later form") {
      try FileSystem.write(Array("docgen-record 2\n".utf8), to: file(2))
    }
    text += try refusal("Shards of another number") {
      let shard = Shard(number: 1, of: 4)
      try rewrite(1, to: file(1, of: 4)) { record in shard.map { record.shard = $0 } }
    }
    text += try refusal("A record of findings among those of a site") { try rewrite(2) { $0.work.kind = .findings } }
    text += try refusal("Records of fewer pages than the catalog has") {
      try rewrite(2) { record in
        record.pages = []
        record.findings = []
      }
    }
    text += try refusal("A record that is not there", "\(file(1)) \(file(2)) \(output)/gone")
    Snapshot.expect(text, "shards/refused.txt")
  }

  @Test func refusesAnotherProject() throws {
    let page = output + "/de/run/run0.html"
    let bytes = try FileSystem.read(page)
    try FileSystem.write(bytes.dropLast() + [0], to: page)
    var text = try refusal("A page that is not as its shard wrote it", "--verify")
    try FileSystem.write(bytes, to: page)
    try project.folder.write(Array("new: guide/first\n".utf8), to: "site/redirects.yml")
    text += try refusal("Redirects that are others than where the shards ran")
    try project.folder.write(Array("source-locale: en\nlocales: [en, de, fr]\n".utf8), to: "site/config.yml")
    text += try refusal("A configuration that is another than where the shards ran")
    Snapshot.expect(text, "shards/another-project.txt")
  }

  /// What keeps a shard from running.
  @Test func refusesShards() throws {
    let catalog = project.catalog()
    func run(_ title: String, _ arguments: String) -> String {
      let run = project.run(arguments)
      #expect(run.status == .usage, "\(title)")
      return "# \(title)\n"
        + run.messages.replacing(output, with: "OUT").replacing(project.path, with: "DIR") + "\n"
    }
    var text = run("No catalog", "build --shard 1/3 --output \(output)")
    text += run("No shard", "build --catalog \(catalog) --output \(output)")
    text += run("A catalog that is not there", "build --shard 1/3 --catalog \(output)/gone --output \(output)")
    text += run("No part", "build --shard 4/3 --catalog \(catalog) --output \(output)")
    text += run("Findings among the records of a site", "lint --shard 1/3 --catalog \(catalog) --output \(output)")
    text += run("Lint without a folder", "lint --shard 1/3 --catalog \(catalog)")
    text += run("Some paths", "lint --shard 1/3 --catalog \(catalog) --output \(output) de")
    text += run("A format", "lint --shard 1/3 --catalog \(catalog) --output \(output) --format json")
    text += run("Fixes", "lint --shard 1/3 --catalog \(catalog) --output \(output) --fix")
    try project.folder.write(Array("# More\n".utf8), to: "content/en/index.md")
    text += run(
      "Another catalog in the same folder", "build --shard 1/3 --catalog \(project.catalog()) --output \(output)")
    try FileSystem.write(Array("docgen-catalog 1\n".utf8), to: catalog)
    text += run("A damaged catalog", "build --shard 1/3 --catalog \(catalog) --output \(output)")
    Snapshot.expect(text, "shards/refused-shards.txt")
  }
}
