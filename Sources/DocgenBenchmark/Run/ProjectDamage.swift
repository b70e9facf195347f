import DocgenLint
import DocgenMarkup
import DocgenModel
import DocgenSupport

/// Damage that only shows beside other pages: each case is a small project of its own.
package struct ProjectDamage: Sendable {
  /// A name in the manner of rules.
  package let name: String
  /// The group of rules that look at what is damaged.
  package let group: RuleGroup
  /// The rule that is to report it.
  package let rule: String
  /// The least severity that the finding must have.
  package let severity: Severity
  /// Makes the project: files by their paths, in the source's folder and the translation's.
  let make: @Sendable (Specimen, PageCatalog.Entry, inout Dice) -> SmallProject?

  /// A project with damage, and where the finding is to be.
  struct SmallProject {
    /// Paths below the folders, with the pages' bytes.
    var source: [(path: String, bytes: [UInt8])]
    var translation: [(path: String, bytes: [UInt8])]
    /// The file that the finding is about, in the source's folder or the translation's.
    var isInSource = false
    var path: String
    /// The offset in that file.
    var offset = 0
  }

  /// Every kind.
  package static let all: [ProjectDamage] = [
    ProjectDamage(name: "translation-missing", group: .pairing, rule: "missing-translation", severity: .note) {
      page, entry, _ in
      let file = (entry.name + ".md", page.source.source.bytes)
      return SmallProject(source: [file], translation: [], isInSource: true, path: file.0)
    },
    ProjectDamage(name: "source-missing", group: .pairing, rule: "orphan-translation", severity: .warning) {
      page, entry, _ in
      let file = (entry.name + ".md", page.bytes)
      return SmallProject(source: [], translation: [file], path: file.0)
    },
    ProjectDamage(name: "page-twice", group: .pairing, rule: "duplicate-page", severity: .error) { page, entry, _ in
      let path = entry.name + ".md"
      let other = path == path.lowercased() ? path.prefix(1).uppercased() + path.dropFirst() : path.lowercased()
      guard other != path else { return nil }
      let files = [(path, page.bytes), (other, page.bytes)].sorted { $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) }
      return SmallProject(
        source: [(path, page.source.source.bytes)], translation: files, path: files[1].0)
    },
    ProjectDamage(name: "anchor-of-page-lost", group: .link, rule: "broken-anchor", severity: .warning) {
      page, entry, dice in
      guard let section = page.facts.sections.first(where: { $0.hasExplicitAnchor }) else { return nil }
      let title = page.facts.title?.value ?? "x"
      let start = Array("# \(title)\n\n[\(page.filler.words[0])](".utf8)
      let path = entry.name + "-x.md"
      let file = entry.name.split(separator: "/").last.map(String.init) ?? entry.name
      func link(_ anchor: String) -> [UInt8] { start + Array("\(file).md#\(anchor)).\n".utf8) }
      return SmallProject(
        source: [(entry.name + ".md", page.source.source.bytes), (path, link(section.anchor))],
        translation: [
          (entry.name + ".md", page.bytes), (path, link(page.filler.asciiWord(&dice) + "-x")),
        ], path: path, offset: start.count)
    },
    ProjectDamage(name: "api-differs-elsewhere", group: .agreement, rule: "inconsistent-api", severity: .warning) {
      page, entry, dice in
      let source = page.source
      guard source.frontMatter.strings("api_name").count == 1, let kind = source.facts.kind?.name,
        ["method", "function", "callback", "constructor", "macro"].contains(kind),
        let block = source.facts.codeBlocks.first(where: { $0.signature?.declarations.first?.name != nil })
      else { return nil }
      let specimen = Specimen(
        source: source, page: source, words: page.words, filler: page.filler, siblings: [])
      guard let mutation = specimen.mutatedCode([block], &dice, NameDamage.letters) else { return nil }
      let path = entry.name + "-x.md"
      return SmallProject(
        source: [(entry.name + ".md", source.source.bytes), (path, mutation.edits.applied(to: source.source.bytes))],
        translation: [], isInSource: true, path: path, offset: Int(block.span.start))
    },
    ProjectDamage(name: "term-differs-elsewhere", group: .agreement, rule: "inconsistent-term", severity: .note) {
      page, entry, dice in
      let source = page.source
      guard source.facts.requirements.count == page.facts.requirements.count,
        let index = dice.pick(Array(page.facts.requirements.indices)), let key = page.facts.requirements[index].key,
        source.facts.requirements.count(where: { $0.key == key }) == 1
      else { return nil }
      let label = page.facts.requirements[index].label
      let forms = page.words.target.forms(of: key, in: .requirements).filter {
        letters($0) != letters(label.value) && letters($0) != letters(source.facts.requirements[index].label.value)
      }
      guard letters(source.facts.requirements[index].label.value) != letters(label.value),
        let form = dice.pick(forms), let edit = page.edit(label.span, saying: form)
      else { return nil }
      let names = ["", "-x", "-y"].map { entry.name + $0 + ".md" }
      let damaged = EditList([edit]).applied(to: page.bytes)
      return SmallProject(
        source: names.map { ($0, source.source.bytes) },
        translation: [(names[0], page.bytes), (names[1], page.bytes), (names[2], damaged)], path: names[2],
        offset: Int(label.span.start))
    },
  ]

  /// Lints the project; `nil` if the page gives none.
  func score(_ trial: Trial, _ vocabularies: [Vocabulary]) -> Score? {
    var dice = Dice(seed: trial.seed, name, trial.entry.id, trial.localeName)
    // Each project takes a linter of its own, and one page in a few tells enough.
    guard dice.happens(Self.percentOfPages), let project = make(trial.specimen, trial.entry, &dice) else { return nil }
    let words = [trial.specimen.words.source, trial.specimen.words.target]
    let catalog = PageCatalog(
      contentFolder: "", locales: words.map(\.locale),
      files: [project.source.map(\.path), project.translation.map(\.path)])
    let loader = PageLoader(catalog: catalog, vocabularies: words)
    var contents: [String: [UInt8]] = [:]
    for (path, bytes) in project.source { contents[words[0].locale + "/" + path] = bytes }
    for (path, bytes) in project.translation { contents[words[1].locale + "/" + path] = bytes }
    let pages = catalog.entries.map { entry in
      APIPage(
        id: entry.id, name: entry.name,
        translations: entry.files.enumerated().map { locale, file in
          file.flatMap { path in
            contents[path].map { loader.read(SourceFile(path: path, bytes: $0), locale: locale) }
          }
        })
    }
    let file = words[project.isInSource ? 0 : 1].locale + "/" + project.path
    let findings = Linter(loader: loader, settings: LintSettings()).lint(project: pages).diagnostics
      .filter { $0.location.file == file }
    let position = LineTable(contents[file] ?? []).position(of: Int32(truncatingIfNeeded: project.offset))
    var score = Trial.score(
      findings, rules: [rule], severity: severity, expected: [position], case: file, changed: name)
    // What else is wrong with the files of such a project is none of this.
    score.alarms = 0
    score.misses.removeAll { $0.what == "others" }
    return score
  }

  private static func letters(_ text: String) -> String { text.lowercased().filter { $0.isLetter || $0.isNumber } }

  private static let percentOfPages = 20
}
