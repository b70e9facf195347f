import DocgenBenchmark
import DocgenModel
import DocgenSupport
import DocgenTestSupport
import Testing

@Suite struct BenchmarkTests {
  private static let pages = SharedData.packageFolder + "/Tests/Benchmark/pages"

  private static func vocabularies() throws -> [Vocabulary] {
    let source = VocabularySource.builtIn
    return try ["en"].map { try source.vocabulary($0) }
      + source.locales.filter { $0 != "en" }.map { try source.vocabulary($0) }
  }

  private static func run(_ folder: String, count: Int, jobs: Int = 2) throws -> BenchmarkResult {
    let vocabularies = try vocabularies()
    let input = try BenchmarkInput(folder: folder, name: "pages", count: count, seed: 1, vocabulary: vocabularies[0])
    return Benchmark(inputs: [input], vocabularies: vocabularies, seed: 1).run(jobs: jobs)
  }

  /// What went wrong, for the message of a failed test.
  private static func details(_ result: BenchmarkResult) -> String {
    String(BenchmarkReport.misses(result).prefix(4000))
  }

  @Test func findsDamageInPagesOfManyStyles() throws {
    let result = try Self.run(Self.pages, count: 100)
    #expect(BenchmarkBars.failures(result) == [], "\(Self.details(result))")
    #expect(result.damages.count >= 40)
    #expect(result.changes.count >= 15)
    #expect(result.damages.count { $0.score.cases > 0 } >= 60)
    #expect(result.changes.count { $0.score.cases > 0 } >= 30)
  }

  @Test(.enabled(if: Corpus.isAvailable, "\(Corpus.whySkipped)"))
  func findsDamageInRealPages() throws {
    let root = try #require(Corpus.root)
    let result = try Self.run(root + "/en", count: 12)
    #expect(BenchmarkBars.failures(result) == [], "\(Self.details(result))")
    #expect(result.total(errorsOnly: true).cases > 200)
  }

  @Test func givesTheSameFiguresWithAnyNumberOfThreads() throws {
    let one = try Self.run(Self.pages, count: 4, jobs: 1)
    let several = try Self.run(Self.pages, count: 4, jobs: 3)
    #expect(BenchmarkReport.json(one, seed: 1) == BenchmarkReport.json(several, seed: 1))
    #expect(BenchmarkReport.misses(one) == BenchmarkReport.misses(several))
  }

  @Test func failsWhereThePromiseIsBroken() throws {
    #expect(BenchmarkBars.failures(BenchmarkResult()) == ["no damage was done that is an error"])
  }

  @Test func writesTablesBelowTheirComments() throws {
    let result = try Self.run(Self.pages, count: 2)
    let page = """
      # Page

      <!-- benchmark: figures -->
      | Figure | Value |
      | --- | --- |
      | Pages | 0 |
      | Translations | 0 |

      <!-- benchmark: changes -->
      | Change | Cases | Alarms |
      | --- | --- | --- |
      | old | 1 | 1 |

      End

      """
    let written = DocumentationTables.written(result, seed: 1, into: page)
    #expect(written.contains("| Pages | 2 |\n| Translations | \(result.cleanCount) |\n\n"))
    #expect(!written.contains("| old |"))
    #expect(written.contains("| `line-ends-crlf` | \(result.cleanCount) | 0 |\n"))
    #expect(written.hasSuffix("\n\nEnd\n"))
    #expect(DocumentationTables.written(result, seed: 1, into: written) == written)
  }
}
