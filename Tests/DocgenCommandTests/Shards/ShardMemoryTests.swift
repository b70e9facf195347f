import DocgenSupport
import DocgenTestSupport
import Testing

@testable import DocgenCommand

/// A shard that runs again writes only the pages that changed, and the site is that of one run all the same.
@Suite struct ShardMemoryTests {
  /// What the system tells of each page of a site, by its path.
  private static func stamps(of folder: String) throws -> [String: [UInt8]] {
    var stamps: [String: [UInt8]] = [:]
    for path in try ShardedProject.digests(of: folder).keys where path.hasSuffix(".html") {
      stamps[path] = FileStamp(path: folder + path)?.bytes
    }
    return stamps
  }

  private static func changed(_ before: [String: [UInt8]], _ after: [String: [UInt8]]) -> [String] {
    Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }.sorted()
  }

  @Test(arguments: [false, true])
  func rendersWhatChanged(hasQuality: Bool) throws {
    let project = try ShardedProject("quality: \(hasQuality)\n")
    let (whole, parts) = (project.path + "/whole", project.path + "/parts")
    func run(_ options: String = "") throws -> [String: [UInt8]] {
      for run in project.runShards("build \(options) --trust contents", of: 3, output: parts) {
        #expect(run.status == .success, "\(run.messages)")
      }
      return try Self.stamps(of: parts)
    }
    func expectTheSiteOfOneRun() throws {
      #expect(project.run("merge --output \(parts)").status == .success)
      #expect(project.run("build --no-cache --output \(whole)").status == .success)
      #expect(try ShardedProject.difference(whole, parts) == [])
    }
    _ = try run()
    try expectTheSiteOfOneRun()
    let first = try Self.stamps(of: parts)
    let again = try run()
    #expect(Self.changed(first, again) == [])
    try expectTheSiteOfOneRun()

    // As long as before, so that each page stays in its shard.
    let page = "content/en/guide/first.md"
    let text = String(decoding: try FileSystem.read(project.path + "/" + page), as: UTF8.self)
    try project.folder.write(Array(text.replacing("Run it.", with: "Try it.").utf8), to: page)
    let before = try Self.stamps(of: parts)
    let after = try run()
    #expect(Self.changed(before, after).allSatisfy { $0.contains("guide/first") })
    #expect(Self.changed(before, after).contains("/de/guide/first.html"))
    try expectTheSiteOfOneRun()
    if hasQuality { return }

    // What somebody changed or removed is made anew.
    try FileSystem.write([0], to: parts + "/de/run/run1.html")
    try FileSystem.remove(parts + "/en/run/run2.html")
    _ = try run()
    try expectTheSiteOfOneRun()

    // The title of a page stands in the navigation of the others.
    let titled = try FileSystem.read(project.path + "/content/en/run/run3.md")
    try project.folder.write(
      Array(String(decoding: titled, as: UTF8.self).replacing("method", with: "function").utf8),
      to: "content/en/run/run3.md")
    _ = try run()
    try expectTheSiteOfOneRun()

    let known = try Self.stamps(of: parts)
    #expect(Self.changed(known, try run("--no-cache")).count > 20)
  }

  /// Findings of pages that are as they were are those of the run before.
  @Test func findsTheSame() throws {
    let project = try ShardedProject()
    let output = project.path + "/found"
    for text in ["# Willkommen\n", "# Hallo\n\nKeine `name`.\n"] {
      try project.folder.write(Array(text.utf8), to: "content/de/index.md")
      for _ in 0..<2 {
        for run in project.runShards("lint --trust contents", of: 3, output: output) { #expect(run.status == .success) }
        let merge = project.run("merge --output \(output) --format json")
        #expect(merge.output == project.run("lint --no-cache --format json").output)
      }
    }
  }
}
