import DocgenSupport
import DocgenTestSupport
import Testing

@Suite struct EmbeddedFilesTests {
  private static let root = Snapshot.fixtures(for: #filePath) + "/../../.."

  private static func files(_ folder: String) throws -> [String] {
    guard FileSystem.kind(of: root + "/" + folder) == .folder else { return [] }
    return try FileSystem.list(root + "/" + folder).filter { !$0.name.hasPrefix(".") }.flatMap { entry in
      let path = folder + "/" + entry.name
      return entry.kind == .folder ? try files(path) : [path]
    }
  }

  @Test func areTheFilesOfTheFolders() throws {
    let rules = try FileSystem.list(Self.root + "/content").map { "content/\($0.name)/rules" }
    let folders = rules + ["locales", "site/assets", "site/dialects", "site/live", "site/schemas", "site/templates"]
    let files =
      try folders.flatMap(Self.files).filter { !$0.hasSuffix("/toc.yml") } + [
        "site/code.yml", "site/highlighting.yml", "site/languages.yml",
      ]
    let sorted = files.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    #expect(EmbeddedFiles.paths == sorted, "run .ci/embedded, which writes Sources/CDocgen/embedded.c anew")
    for path in sorted {
      #expect(EmbeddedFiles.bytes(path) == (try FileSystem.read(Self.root + "/" + path)), "\(path)")
    }
  }

  @Test func areFoundByPath() {
    #expect(EmbeddedFiles.bytes("locales/en/none.yml") == nil)
    #expect(EmbeddedFiles.paths(below: "locales/en") == ["locales/en/interface.yml", "locales/en/vocabulary.yml"])
    #expect(EmbeddedFiles.paths(below: "local").isEmpty)
  }
}
