import DocgenTestSupport
import Testing

/// A project with links of the file system, beside a folder that is none of its business.
struct LinkSetUp: CustomTestStringConvertible, Sendable {
  /// What stands only in files outside of the project.
  static let secret = "SECRET-7F3A"

  let name: String
  /// What links say, by their paths below the folder that holds `project` and `outside`.
  var links: [String: String] = [:]
  /// Paths of named pipes.
  var pipes: [String] = []
  var files: [String: String] = [:]
  /// Lines of the configuration file.
  var settings = ""
  /// The findings about files: path and rule.
  var findings: [String] = []
  /// Pages of the site besides `en/page.html`.
  var pages: [String] = []

  var testDescription: String { name }
  /// The user asked for what lies outside.
  var followsLinks: Bool { settings.contains("follow-links: true") }

  private static let parameter = "# F\n\n## Parameters\n\n<dl> <dt>\n\n*hWnd* \\[in\\]\n</dt> </dl>\n"

  /// Makes the files, links and pipes.
  func make() throws -> TemporaryFolder {
    let german = Self.parameter.replacing("Parameters", with: "Parameter").replacing("hWnd", with: "Fenster")
    let folder = try TemporaryFolder([
      "project/site/config.yml": "source-locale: en\n" + settings,
      "project/content/en/page.md": Self.parameter, "project/content/en/real/b.md": "# B\n",
      "project/content/de/page.md": german, "project/shared/note.md": "# Note\n", "project/i18n/fr/page.md": "# F\n",
      "project/.env": Self.secret, "project/.private/page.md": "# \(Self.secret)\n",
      "outside/page.md": german + "\n\(Self.secret)\n", "outside/pic.png": Self.secret,
      "outside/toc.yml": "- name: \(Self.secret)\n  href: page.md\n", "outside/it/page.md": "# Pagina\n",
      "outside/deep/page.md": "# \(Self.secret)\n",
    ])
    for (path, text) in files { try folder.write(Array(text.utf8), to: path) }
    for (path, target) in links { try folder.link(path, to: target) }
    for path in pipes { try folder.pipe(path) }
    return folder
  }
}

extension LinkSetUp {
  private static let en = "project/content/en/"
  private static let de = "project/content/de/"

  private static func outside(_ name: String, _ path: String, to target: String) -> LinkSetUp {
    LinkSetUp(name: name, links: [en + path: target], findings: ["en/\(path) outside-link"])
  }

  private static func repeated(_ name: String, _ path: String, to target: String) -> LinkSetUp {
    LinkSetUp(name: name, links: [en + path: target], findings: ["en/\(path) repeated-folder"])
  }

  private static func skipped(_ name: String, _ path: String, to target: String) -> LinkSetUp {
    LinkSetUp(name: name, links: [en + path: target], findings: ["en/\(path) skipped-file"])
  }

  /// Set-ups in which something leads out of the project.
  static let leadingOut: [LinkSetUp] = [
    outside("a page", "x.md", to: "../../../outside/page.md"),
    outside("a page of the system", "x.md", to: "/etc/passwd"),
    outside("an image", "pic.png", to: "../../../outside/pic.png"),
    outside("a table of contents", "toc.yml", to: "../../../outside/toc.yml"),
    outside("a folder", "x", to: "../../../outside"),
    outside("a folder of the system", "x", to: "/etc"),
    outside("the root", "x", to: "/"),
    outside("a folder around the project", "x", to: "../../.."),
    outside("a way through the project", "x.md", to: "../en/real/../../../../outside/page.md"),
    outside("a device", "x.md", to: "/dev/zero"),
    outside("a file with a dot", "x.md", to: "../../.env"),
    outside("a folder with a dot", "x", to: "../../.private"),
    outside("a file in a folder with a dot", "x.md", to: "../../.private/page.md"),
    LinkSetUp(
      name: "a chain", links: [en + "x.md": "y.md", en + "y.md": "../../../outside/page.md"],
      findings: ["en/x.md outside-link", "en/y.md outside-link"]),
    LinkSetUp(
      name: "a chain of folders", links: [en + "x": "../../shared/y", "project/shared/y": "../../outside/deep"],
      findings: ["en/x outside-link"]),
    LinkSetUp(
      name: "a translation that could be fixed", files: [en + "f.md": parameter],
      findings: ["de/f.md outside-link"]
    ).linking(de + "f.md", to: "../../../outside/page.md"),
    LinkSetUp(
      name: "a folder that is followed, and a link in it",
      links: [en + "x": "../../shared", "project/shared/y.md": "../../outside/page.md"],
      findings: ["en/x/y.md outside-link"], pages: ["en/x/note.html"]),
    LinkSetUp(
      name: "a link in the folder of a locale elsewhere",
      links: ["project/content/it": "../../outside/it", "outside/it/x.md": "../page.md"],
      findings: ["it/x.md outside-link"], pages: ["it/page.html"]),
  ]

  /// Set-ups whose links lead nowhere else, or nowhere.
  static let inside: [LinkSetUp] = [
    repeated("the own folder", "self", to: "."), repeated("the content", "up", to: ".."),
    repeated("the project", "up", to: "../.."), repeated("a folder beside it", "again", to: "real"),
    repeated("the folder of another locale", "all", to: "../de"),
    repeated("a folder below that of another locale", "x", to: "../en/real"),
    LinkSetUp(
      name: "two links to the own folder", links: [en + "a": ".", en + "b": "."],
      findings: ["en/a repeated-folder", "en/b repeated-folder"]),
    LinkSetUp(
      name: "links to each other's folders", files: [en + "p/a.md": "# A\n", en + "q/b.md": "# B\n"],
      findings: ["en/p/x repeated-folder", "en/q/y repeated-folder"], pages: ["en/p/a.html", "en/q/b.html"]
    ).linking(en + "p/x", to: "../q").linking(en + "q/y", to: "../p"),
    skipped("nothing", "x.md", to: "none.md"), skipped("nothing outside", "x.md", to: "../../../outside/none.md"),
    skipped("a file taken for a folder", "x.md", to: "page.md/y"), skipped("a circle of one", "x.md", to: "x.md"),
    LinkSetUp(
      name: "a circle of two", links: [en + "x": "y", en + "y": "x"],
      findings: ["en/x skipped-file", "en/y skipped-file"]),
    LinkSetUp(name: "another name for a page", links: [en + "x.md": "page.md"], pages: ["en/x.html"]),
    LinkSetUp(name: "a folder of the project", links: [en + "x": "../../shared"], pages: ["en/x/note.html"]),
    LinkSetUp(
      name: "a folder of the project in two locales", links: [en + "x": "../../shared", de + "x": "../../shared"],
      pages: ["en/x/note.html", "de/x/note.html"]),
    LinkSetUp(
      name: "a folder of the project twice", links: [en + "x": "../../shared", en + "y": "../../shared"],
      findings: ["en/y repeated-folder"], pages: ["en/x/note.html"]),
    LinkSetUp(
      name: "a folder of the project that leads back",
      links: [en + "x": "../../shared", "project/shared/back": "../content", "project/shared/self": "."],
      findings: ["en/x/back repeated-folder", "en/x/self repeated-folder"], pages: ["en/x/note.html"]),
    LinkSetUp(
      name: "the folder of a locale", links: ["project/content/fr": "../i18n/fr"], pages: ["fr/page.html"]),
    LinkSetUp(
      name: "the folder of a locale elsewhere", links: ["project/content/it": "../../outside/it"],
      pages: ["it/page.html"]),
    LinkSetUp(
      name: "the content as the folder of a locale", links: ["project/content/me": "."],
      findings: ["me repeated-folder"]),
    LinkSetUp(
      name: "nothing as the folder of a locale", links: ["project/content/fr": "../i18n/none"],
      findings: ["fr skipped-file"]),
    LinkSetUp(name: "a pipe as a page", pipes: [en + "x.md"], findings: ["en/x.md skipped-file"]),
    LinkSetUp(name: "a pipe as a table of contents", pipes: [en + "toc.yml"], findings: ["en/toc.yml skipped-file"]),
    LinkSetUp(
      name: "a link to a pipe", links: [en + "pic.png": "../../shared/pipe"], pipes: ["project/shared/pipe"],
      findings: ["en/pic.png skipped-file"]),
  ]

  /// Set-ups whose configuration lets links lead anywhere.
  static let following: [LinkSetUp] = [
    outside("a page", "x.md", to: "../../../outside/page.md").following(pages: ["en/x.html"]),
    outside("a file with a dot", "x.md", to: "../../.env").following(pages: ["en/x.html"]),
    LinkSetUp(
      name: "a folder twice, and a way back",
      links: [en + "x": "../../../outside/deep", en + "y": "../../../outside/deep", "outside/deep/z": "../../project"],
      findings: ["en/x/z repeated-folder", "en/y repeated-folder"]
    ).following(pages: ["en/x/page.html"]),
    LinkSetUp(
      name: "a device", links: [en + "x.md": "/dev/zero"], findings: ["en/x.md skipped-file"]
    ).following(pages: []),
    repeated("the root", "x", to: "/").following(pages: []),
  ]

  private func linking(_ path: String, to target: String) -> LinkSetUp {
    var setUp = self
    setUp.links[path] = target
    return setUp
  }

  private func following(pages: [String]) -> LinkSetUp {
    var setUp = self
    setUp.settings += "follow-links: true\n"
    setUp.findings.removeAll { $0.hasSuffix("outside-link") }
    setUp.pages = pages
    return setUp
  }
}
