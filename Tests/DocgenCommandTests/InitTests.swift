import DocgenSupport
import DocgenTestSupport
import Testing

@testable import DocgenCommand

/// What `docgen init` makes of folders as they are found.
struct InitTests {
  private static func run(_ arguments: String, in folder: TemporaryFolder) -> Invocation {
    Invocation(
      ["init"] + arguments.split(separator: " ").map(String.init), workingFolder: folder.path)
  }

  private static func text(_ file: String, in folder: TemporaryFolder) -> String {
    (try? FileSystem.read(folder.path + "/" + file)).map { String(decoding: $0, as: UTF8.self) } ?? "absent"
  }

  /// The project that was made can be checked, and read by `docgen config`.
  private static func lint(_ folder: TemporaryFolder) -> Invocation {
    Invocation("lint --config \(folder.path)/site/config.yml --fail-on note --concise")
  }

  @Test func beginsWhereThereIsNothing() throws {
    let folder = try TemporaryFolder()
    let run = Self.run("--locale de --locale fr --ci github", in: folder)
    #expect(run.status == .success)
    Snapshot.expect(run.output, "init/new.txt")
    Snapshot.expect(
      Self.text("site/config.yml", in: folder).replacing(
        String(folder.path.split(separator: "/").last ?? ""), with: "@"),
      "init/new.yml")
    #expect(Self.text("content/en/index.md", in: folder).contains("# Welcome"))
    #expect(Self.text("content/de/index.md", in: folder).contains("# Willkommen"))
    #expect(Self.text(".github/workflows/docgen.yml", in: folder).contains("docgen lint --format github"))
    let lint = Self.lint(folder)
    #expect(lint.status == .success, "\(lint.output)\(lint.messages)")
    #expect(lint.output == "3 pages: 0 errors, 0 warnings, 0 notes\n")
  }

  /// How pages lie, and the lines of the configuration that say so.
  static let trees: [(name: String, files: [String], expected: String)] = [
    (
      "folders", ["docs/en/a.md", "docs/de/a.md", "docs/images/x.svg"],
      "content: docs\nsource-locale: en\nlocales: [en, de]\n"
    ),
    (
      "suffixes", ["docs/a.md", "docs/a.de.md"], "content: docs\nlayout: suffix\nsource-locale: en\nlocales: [en, de]\n"
    ),
    (
      "docusaurus", ["docs/a.md", "i18n/fr/docusaurus-plugin-content-docs/current/a.md"],
      "content:\n  en: docs\n  fr: i18n/fr/docusaurus-plugin-content-docs/current\n"
    ),
    (
      "one more folder", ["docs/en/docs/a.md", "docs/de/docs/a.md"],
      "content:\n  en: docs/en/docs\n  de: docs/de/docs\n"
    ),
    (
      "other folders beside", ["docs/en/docs/a.md", "docs/en/data/x.yml", "docs/de/docs/a.md"],
      "content:\n  en: docs/en/docs\n  de: docs/de/docs\n"
    ),
    (
      "a file beside", ["docs/en/docs/a.md", "docs/de/docs/a.md", "docs/de/notes.md"],
      "content:\n  en: docs/en/docs\n  de: docs/de/docs\n"
    ),
    ("around", ["docs/a.md", "docs/de/a.md", "docs/guide/b.md"], "content:\n  en: docs\n  de: docs/de\n"),
    ("one language", ["docs/guide/a.md"], "content:\n  en: docs\n"),
    ("starlight", ["src/content/docs/en/a.md", "src/content/docs/ja/a.md"], "content: src/content/docs\n"),
  ]

  @Test(arguments: trees.indices)
  func takesWhatIsThere(_ index: Int) throws {
    let tree = Self.trees[index]
    let folder = try TemporaryFolder(Dictionary(uniqueKeysWithValues: tree.files.map { ($0, "# A\n") }))
    let run = Self.run("--ci none", in: folder)
    #expect(run.status == .success, "\(run.messages)")
    #expect(
      Self.text("site/config.yml", in: folder).contains(tree.expected), "\(Self.text("site/config.yml", in: folder))")
    #expect(run.output.hasPrefix("wrote site/config.yml\n"))
    for file in tree.files { #expect(Self.text(file, in: folder) == "# A\n") }
    #expect(Self.lint(folder).status != .usage, "\(Self.lint(folder).messages)")
  }

  @Test func namesTheDialect() throws {
    let page = "# A\n\n!!! note\n    Text.\n\n=== \"Tab\"\n    Text.\n"
    let folder = try TemporaryFolder(["docs/en/a.md": page, "docs/de/a.md": page])
    #expect(Self.run("", in: folder).output.contains("dialect: mkdocs\n"))
    #expect(Self.text("site/config.yml", in: folder).contains("\ndialect: mkdocs\n"))
  }

  @Test func takesWhatTheUserSays() throws {
    let folder = try TemporaryFolder(["docs/en/a.md": "# A\n", "pages/de/a.md": "# A\n", "pages/en/a.md": "# A\n"])
    #expect(Self.run("--content pages --source-locale de", in: folder).status == .success)
    #expect(Self.text("site/config.yml", in: folder).contains("content: pages\nsource-locale: de\nlocales: [de, en]\n"))
  }

  @Test func takesOverMkDocs() throws {
    let folder = try TemporaryFolder([
      "mkdocs.yml": """
      site_name: Our tool
      site_url: https://docs.example.com/tool/
      nav: [index.md]
      theme: {name: material}
      exclude_docs: |
        drafts/
        *.tmp.md
      plugins:
      - search
      - social
      - i18n:
          docs_structure: suffix
          languages:
          - {locale: fr, default: true}
          - {locale: en}
      - redirects:
          redirect_maps: {old.md: guide/new.md}

      """,
      "docs/guide/new.md": "# Neuf\n", "docs/guide/new.en.md": "# New\n", "docs/drafts/x.md": "# X\n",
    ])
    let run = Self.run("--from mkdocs", in: folder)
    #expect(run.status == .success, "\(run.messages)")
    Snapshot.expect(
      run.output + "\n" + Self.text("site/config.yml", in: folder) + "\n" + Self.text("site/redirects.yml", in: folder),
      "init/mkdocs.txt")
    #expect(Self.lint(folder).status != .usage, "\(Self.lint(folder).messages)")
  }

  @Test func takesOverHugo() throws {
    let folder = try TemporaryFolder([
      "hugo.toml": """
      title = "Our tool"
      baseURL = "https://docs.example.com/"
      defaultContentLanguage = "en"
      [languages.de]
      contentDir = "content/german"
      [languages.en]
      contentDir = "content/english"
      [languages.fr]
      contentDir = "content/french"
      [menu]

      """,
      "content/english/a.md": "# A\n", "content/german/a.md": "# A\n",
    ])
    let run = Self.run("--from hugo", in: folder)
    #expect(run.status == .success, "\(run.messages)")
    Snapshot.expect(run.output + "\n" + Self.text("site/config.yml", in: folder), "init/hugo.txt")
    #expect(Self.lint(folder).status != .usage, "\(Self.lint(folder).messages)")
  }

  @Test func saysThatThereIsNoConfiguration() throws {
    let folder = try TemporaryFolder(["docs/en/a.md": "# A\n"])
    let run = Self.run("--from mkdocs", in: folder)
    #expect(run.status == .usage)
    #expect(run.messages.contains("'mkdocs.yml' or 'mkdocs.yaml'; leave out '--from'"))
    #expect(Self.text("site/config.yml", in: folder) == "absent")
  }

  @Test func changesNothing() throws {
    let folder = try TemporaryFolder([
      "site/config.yml": "title: X\n", "docs/en/a.md": "# A\n", ".gitlab-ci.yml": "stages: [x]\n",
    ])
    let run = Self.run("", in: folder)
    #expect(run.status == .usage)
    #expect(run.messages.contains("'site/config.yml' is there already; "))
    #expect(Self.text("site/config.yml", in: folder) == "title: X\n")
    try FileSystem.remove(folder.path + "/site/config.yml")
    let second = Self.run("", in: folder)
    #expect(second.output.contains("'.gitlab-ci.yml' is there already and stays as it is"))
    #expect(Self.text(".gitlab-ci.yml", in: folder) == "stages: [x]\n")
  }

  @Test(arguments: [
    ([".github/x": ""], CIService.github), ([".gitlab-ci.yml": ""], .gitlab), ([:], .none),
    ([".git/config": "[remote \"origin\"]\n\turl = git@github.com:a/b.git\n"], .github),
    ([".git/config": "[remote \"origin\"]\n\turl = https://gitlab.example.com/a/b.git\n"], .gitlab),
  ])
  func seesTheService(files: [String: String], service: CIService) throws {
    let folder = try TemporaryFolder(files)
    #expect(CIService.find(root: folder.path) == service)
  }
}
