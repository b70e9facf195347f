import DocgenModel
import DocgenTestSupport
import Testing

/// How the addresses of pages are formed.
@Suite struct SitePathsTests {
  private static func paths(_ style: SitePaths.Style) throws -> (paths: SitePaths, pages: [String]) {
    var files: [String: String] = [:]
    for page in ["A b/Index", "x/-y_\u{FC}#?", "x/y", "x/y/z", "index"] { files["pt-BR/\(page).md"] = "" }
    let folder = try TemporaryFolder(files)
    let catalog = try PageCatalog(contentFolder: folder.path, locales: ["pt-BR"])
    let paths = SitePaths(catalog, style: style)
    return (paths, catalog.entries.indices.map { paths.url(of: $0, locale: "pt-BR") })
  }

  @Test func areFiles() throws {
    let (paths, pages) = try Self.paths(.file)
    #expect(
      pages == [
        "pt-BR/A%20b/index.html", "pt-BR/index.html", "pt-BR/x/-y_%C3%BC%23%3F.html", "pt-BR/x/y.html",
        "pt-BR/x/y/z.html",
      ])
    #expect(paths.files == ["A b/index.html", "index.html", "x/-y_\u{FC}#?.html", "x/y.html", "x/y/z.html"])
  }

  /// A page beside a folder of its name stays a file, for the folder may have a page.
  @Test func areFolders() throws {
    let (paths, pages) = try Self.paths(.folder)
    #expect(
      pages == [
        "pt-BR/A%20b/index.html", "pt-BR/index.html", "pt-BR/x/-y_%C3%BC%23%3F/", "pt-BR/x/y.html", "pt-BR/x/y/z/",
      ])
    #expect(
      paths.files == ["A b/index.html", "index.html", "x/-y_\u{FC}#?/index.html", "x/y.html", "x/y/z/index.html"])
    #expect(paths.address(of: 4, from: 2) == "../y/z/")
    #expect(paths.address(of: 2, from: 2) == "./")
    #expect(paths.address(of: 1, from: 4) == "../../../index.html")
  }
}
