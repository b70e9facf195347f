import DocgenSupport
import DocgenTestSupport
import Testing

@testable import DocgenRender

@Suite struct SiteManifestTests {
  private static let files = [
    "index.html", "a/b.html", "a/b.md", "a-b.html", "a.html", "a/b/c.html", "a/\u{E9}\n.html",
    "z/long/path/\(String(repeating: "x", count: 200)).html",
    "z/long/path/\(String(repeating: "x", count: 200)).md",
  ]

  private func paths(_ manifest: SiteManifest) -> [String] {
    var cursor = manifest.cursor
    var paths: [String] = []
    while let path = cursor.path {
      paths.append(String(decoding: path, as: UTF8.self))
      cursor.advance()
    }
    return paths
  }

  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder(Dictionary(uniqueKeysWithValues: Self.files.map { ($0, "") }))
    try FileSystem.createFolder(folder.path + "/empty")
    return folder
  }

  @Test func listsFilesAndFoldersInOrder() throws {
    let folder = try folder()
    let manifest = try SiteManifest(of: folder.path)
    let folders = ["a/", "a/b/", "empty/", "z/", "z/long/", "z/long/path/"]
    #expect(Set(paths(manifest)) == Set(Self.files + folders))
    #expect(paths(manifest).prefix(6) == ["a/", "a/b/", "a/b/c.html", "a/b.html", "a/b.md", "a/\u{E9}\n.html"])
    try manifest.write(to: folder.path)
    let read = try #require(SiteManifest(try FileSystem.read(folder.path + "/.docgen-site")))
    #expect(paths(read) == paths(manifest))
    #expect(paths(try SiteManifest(of: folder.path)) == paths(manifest))
  }

  @Test func tellsWhatIsListed() throws {
    let folder = try folder()
    let manifest = try SiteManifest(of: folder.path)
    for name in ["a/b/0", "a/b/c.html.old", "a/c", "a0", "b/x", "index.html2", "z/long/path/y"] {
      try folder.write([], to: name)
    }
    let foreign = try SiteOwnership(folder.path, manifest).foreignPaths().map { String(decoding: $0, as: UTF8.self) }
    #expect(foreign == ["a/b/0", "a/b/c.html.old", "a/c", "a0", "b/", "index.html2", "z/long/path/y"])
    try SiteOwnership(folder.path, manifest).removeOwn()
    #expect(
      try ProjectFixture.files(below: folder.path).keys.sorted() == foreign.map { $0 == "b/" ? "b/x" : $0 }.sorted())
  }

  @Test func seesDamage() throws {
    let folder = try folder()
    let bytes = try SiteManifest(of: folder.path).bytes
    for index in [0, 7, 13, 20, 78, 79, bytes.count - 1] {
      var damaged = bytes
      damaged[index] ^= 1
      #expect(SiteManifest(damaged) == nil, "\(index)")
    }
    #expect(SiteManifest(Array(bytes.dropLast())) == nil)
    #expect(SiteManifest([]) == nil)
  }
}
