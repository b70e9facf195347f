import DocgenMarkup
import DocgenModel
import DocgenSupport
import DocgenTestSupport
import Testing

/// No word of a page gets lost on its way through the model to the site.
@Suite struct PageWordsTests {
  /// Every page of the corpus, as the release binary builds it, has the words of its Markdown.
  @Test(
    .enabled(if: Corpus.isAvailable, "\(Corpus.whySkipped)"),
    .enabled(if: SharedData.binary != nil, "DOCGEN_BINARY names no release binary; 'make test' builds one"))
  func everyPageOfTheCorpusShowsItsWords() throws {
    let corpus = try #require(Corpus.root)
    // What the source says in place of a translation's words would be another's.
    let folder = try TemporaryFolder(["site/config.yml": "facts: translation\n"])
    let site = folder.path + "/public"
    let arguments = ["build", "--content", corpus, "--source-locale", "en", "--output", site, "--quiet"]
    let run = try ProgramRun(try #require(SharedData.binary), arguments, in: folder.path)
    try #require(run.status == 0, "\(run.messages)")
    var compared = 0
    for locale in try FileSystem.list(corpus).filter({ $0.kind == .folder }).map(\.name) {
      let result = try Self.compare(corpus + "/" + locale, with: site + "/" + locale, locale: locale)
      compared += result.pages
      for difference in result.differences.prefix(10) { Issue.record("\(difference)") }
      #expect(result.differences.isEmpty, "\(result.differences.count) of \(result.pages) pages differ in \(locale)")
    }
    #expect(compared > 59_000)
  }

  /// The pages of a locale whose words are not those of the Markdown, each with what is missing and what was added.
  private static func compare(
    _ content: String, with site: String, locale: String
  ) throws -> (pages: Int, differences: [String]) {
    let words = WordAccount.Words(try VocabularySource.builtIn.vocabulary(locale))
    let pages = try files(below: content, ending: ".md")
    // Folders of locales differ in the case of letters.
    let built = Dictionary(
      try files(below: site, ending: ".html").map { ($0.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
    let results = Parallel.map(count: pages.count, jobs: ProcessorCount.available) { index -> String? in
      let page = pages[index]
      guard let file = built[page.lowercased()] else { return "\(locale)/\(page) is not there" }
      do {
        var further: [[UInt8]] = []
        while let part = built["\(page.lowercased())~\(further.count + 2)"] {
          further.append(try FileSystem.read("\(site)/\(part).html"))
        }
        let (markdown, html) = (
          try FileSystem.read("\(content)/\(page).md"), try FileSystem.read("\(site)/\(file).html")
        )
        let account = WordAccount(page: markdown, html: html, further: further, words)
        if account.isBalanced { return nil }
        // The library ends a cell at a pipe in the text of a link, and its address becomes words.
        let escaped = WordAccount.escapingPipesInBrackets(markdown)
        return WordAccount(page: escaped, html: html, further: further, words).isBalanced
          ? nil : "\(locale)/\(page) \(account)"
      } catch {
        return "\(error)"
      }
    }
    return (pages.count, results.compactMap { $0 })
  }

  /// The paths of files below a folder, without their ending.
  private static func files(below folder: String, ending: String) throws -> [String] {
    var result: [String] = []
    func collect(_ path: String) throws {
      for entry in try FileSystem.list(folder + path) where !entry.name.hasPrefix(".") {
        let child = path + "/" + entry.name
        switch entry.kind {
        case .folder: try collect(child)
        case .file: if child.hasSuffix(ending) { result.append(String(child.dropFirst().dropLast(ending.utf8.count))) }
        case .other: break
        }
      }
    }
    try collect("")
    return result
  }

  // MARK: The comparison itself

  /// Pages and their HTML, with what is missing and what was added.
  static let pages: [(markdown: String, html: String, missing: String, added: String)] = [
    (
      "# A title\n\nSome *emph*asis &amp; <b>more</b><!-- no word -->\n",
      "<h1>A title</h1><p>Some emphasis &amp; more</p>", "", ""
    ),
    ("# A title\n\nOne two two\n", "<h1>A title</h1><p>One two three</p>", "two", "three"),
    ("---\ntitle: A title\n---\nText\n", "<h1>A title</h1><p>Text</p>", "", ""),
    ("---\ntitle: A title\n---\n# Heading\n", "<h1>A title</h1>", "Heading", ""),
    ("> [!NOTE]\n> Mind.\n", "<p class=\"alert-title\">Note</p><p>Mind.</p>", "", ""),
    ("Mind.\n", "<p class=\"alert-title\">Note</p><p>Mind.</p>", "", "Note"),
    (
      "*a* \\[in, optional\\]\n",
      "<dt><code>a</code> <span class=\"badge\">in</span> <span class=\"badge\">optional</span></dt>", "", ""
    ),
    ("*a* \\[in, ref\\]\n", "<dt><code>a</code> <span class=\"badge\">in</span></dt>", "ref", ""),
    (
      "| Requirement | Value |\n|---|---|\n| DLL | a.dll |\n",
      "<table class=\"requirements\"><tr><th scope=\"row\">DLL</th><td>a.dll</td></tr></table>", "", ""
    ),
    (
      "| Requirement | Value |\n|---|---|\n| DLL | a.dll |\n",
      "<table class=\"requirements\"><tr><th scope=\"row\">IDL</th><td>a.dll</td></tr></table>", "DLL", "IDL"
    ),
    ("|A|\n|---|\n|one|two three|\n", "<table><tr><td>A</td></tr><tr><td>one | two three</td></tr></table>", "", ""),
    (
      "|A|\n|---|\n|one|two three|\n", "<table><tr><td>A</td></tr><tr><td>one | two four</td></tr></table>", "",
      "four two"
    ),
    ("<dl><dt>a</dt><dd>b</dd></dl>\n", "<p>ab</p>", "a b", "ab"),
    ("The <computer name> of `<b>`\n", "<p>The &lt;computer name&gt; of <code>&lt;b&gt;</code></p>", "", ""),
    ("![one](a.png) <img alt=\"two\">\n", "<p><img alt=\"one\" src=\"a.png\"> two</p>", "", ""),
  ]

  @Test(arguments: pages.indices)
  func countsWords(index: Int) throws {
    let page = Self.pages[index]
    let vocabulary = try VocabularySource.builtIn.vocabulary("en")
    let hasTitle = page.html.hasPrefix("<h1>")
    let html = hasTitle ? page.html : "<h1></h1>" + page.html
    let parts = html.split(separator: "</h1>", maxSplits: 1, omittingEmptySubsequences: false)
    let site = "<main>\(parts[0])</h1><article class=\"content\">\(parts.dropFirst().joined())</article></main>"
    let account = WordAccount(
      page: Array(page.markdown.utf8), html: Array(site.utf8), WordAccount.Words(vocabulary))
    #expect(account.missing.description == page.missing)
    #expect(account.added.description == page.added)
  }
}
