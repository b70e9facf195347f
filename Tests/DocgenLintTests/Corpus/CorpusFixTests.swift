import DocgenLint
import DocgenModel
import DocgenSupport
import DocgenTestSupport
import Testing

/// Fixes of real translations: every 20th page of the corpus with its translations.
@Suite(.serialized, .enabled(if: Corpus.isAvailable, "\(Corpus.whySkipped)"))
struct CorpusFixTests {
  private static let locales = ["en", "de", "fr"]
  /// What a translation may not change in a word.
  private static let rulesOfFacts: Set = [
    "mismatched-parameter-name", "mismatched-parameter-direction", "mismatched-return-code-name",
    "mismatched-return-code-value", "mismatched-requirement", "mismatched-signature", "mismatched-metadata",
    "mismatched-identity", "mismatched-member-name", "mismatched-member-type",
  ]

  @Test func makesPagesBetterAndNothingElse() throws {
    let folder = try TemporaryFolder()
    var old: [String: [UInt8]] = [:]
    for page in try Self.pages() {
      let file = try Corpus.read(page)
      old[file.path] = try FileSystem.read(page)
      try folder.write(try FileSystem.read(page), to: file.path)
    }
    let before = try Self.lint(folder)
    let facts = before.filter { $0.severity == .error && Self.rulesOfFacts.contains($0.rule) }
    let safe = facts.count { $0.fix?.applicability == .safe }
    #expect(facts.count > 500)
    #expect(safe * 100 >= facts.count * 98, "\(safe) of \(facts.count) errors are safely fixable")
    let torn = before.filter { $0.damage == .whitespace }
    #expect(torn.filter { $0.fix?.applicability != .safe }.map { "\($0.location.file) \($0.message)" } == [])
    #expect(before.allSatisfy { $0.expected == nil || $0.actual == nil || $0.damage != nil || $0.severity == .note })

    let path = folder.path
    let fixer = try FixRun.fixer(folder, allowsUnsafe: false)
    let first = fixer.run(jobs: 2) { change throws(FileError) in
      try FileSystem.replace(path + "/" + change.file, with: change.new)
      return change
    }
    #expect(first.lint.failures.isEmpty)
    #expect(first.fixedCount > 500)
    #expect(first.refusedCount * 200 <= first.fixedCount, "\(first.refusedCount) refused")
    #expect(Self.added(first.lint.diagnostics, to: before) == [])
    let edits = Dictionary(grouping: before.filter { $0.fix != nil }, by: \.location.file)
    var changedLines = 0
    var unexplained: [String] = []
    for change in first.outputs {
      #expect(old[change.file] == change.old)
      let (changed, lines) = Self.changedLines(change, edits[change.file] ?? [])
      changedLines += changed
      unexplained += lines
    }
    // A name that is whole again may show that another is not, which is fixed with it.
    #expect(unexplained.count * 1000 <= changedLines, "\(unexplained)")

    let second = try FixRun.fixer(folder, allowsUnsafe: false).run(jobs: 2) { change throws(FileError) in change.file }
    #expect(second.fixedCount == 0)
    #expect(second.outputs == [])
    #expect(second.lint.diagnostics.map(\.message) == first.lint.diagnostics.map(\.message))
  }

  private static func pages() throws -> [String] {
    let root = try #require(Corpus.root)
    let catalog = try PageCatalog(contentFolder: root, locales: locales)
    let entries = stride(from: 0, to: catalog.entries.count, by: 20).map { catalog.entries[$0] }
    return entries.flatMap { $0.files.compactMap { $0.map { root + "/" + $0 } } }
  }

  private static func lint(_ folder: TemporaryFolder) throws -> [Diagnostic] {
    let vocabularies = try locales.map(LintFixture.vocabulary)
    let catalog = try PageCatalog(contentFolder: folder.path, locales: locales)
    return Linter(loader: PageLoader(catalog: catalog, vocabularies: vocabularies), settings: LintSettings())
      .run(jobs: 2).diagnostics
  }

  private static func added(_ after: [Diagnostic], to before: [Diagnostic]) -> [String] {
    // What stands in the place of a lost name may be a whole line, in which another name is fixed.
    func key(_ finding: Diagnostic) -> String {
      "\(finding.location.file): \(finding.rule): \(finding.slot ?? "") \(finding.expected ?? "\(finding.message)")"
    }
    var known: [String: Int] = [:]
    for finding in before { known[key(finding), default: 0] += 1 }
    return after.map(key).filter { key in
      known[key, default: 0] -= 1
      return known[key, default: 0] < 0
    }
  }

  /// How many lines change, and those of them in which nothing was to be fixed.
  private static func changedLines(_ change: Fixer.Change, _ findings: [Diagnostic]) -> (Int, [String]) {
    let edits = findings.compactMap(\.fix).flatMap(\.edits)
    let known = Set(edits.flatMap { $0.start.line...$0.end.line })
    let (old, new) = (lines(change.old), lines(change.new))
    guard old.count == new.count else { return (1, ["\(change.file) has another number of lines"]) }
    let changed = old.indices.filter { old[$0] != new[$0] }
    return (changed.count, changed.filter { !known.contains($0 + 1) }.map { "\(change.file):\($0 + 1)" })
  }

  private static func lines(_ text: [UInt8]) -> [ArraySlice<UInt8>] {
    text.split(separator: 0x0A, omittingEmptySubsequences: false)
  }
}
