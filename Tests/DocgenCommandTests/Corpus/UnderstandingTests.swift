import DocgenSupport
import DocgenTestSupport
import Testing

/// How much of the corpus the model understands, as `docgen stats` of the release binary counts it.
@Suite(
  "The facts of the corpus", .enabled(if: Corpus.isAvailable, "\(Corpus.whySkipped)"),
  .enabled(if: SharedData.binary != nil, "DOCGEN_BINARY names no release binary; 'make test' builds one"))
struct UnderstandingTests {
  @Test func areUnderstoodInEveryLocale() throws {
    let locales = try Self.locales()
    #expect(locales.count > 1)
    for locale in locales {
      #expect(locale.share("kinds") >= 0.995, "\(locale)")
      #expect(locale.share("declarations") >= 0.995, "\(locale)")
      #expect(locale.share("requirements") >= 0.998, "\(locale)")
      if locale.isSource {
        #expect(locale.share("parameters") >= 0.98, "\(locale)")
        #expect(locale.share("kindsInEveryLocale") >= 0.995, "\(locale)")
      } else {
        #expect(locale.share("headings") >= 0.999, "\(locale)")
      }
    }
  }

  private static func locales() throws -> [Locale] {
    let binary = try #require(SharedData.binary)
    let corpus = try #require(Corpus.root)
    let run = try ProgramRun(binary, ["stats", "--content", corpus, "--source-locale", "en", "--format", "json"])
    #expect(run.status == 0, "\(run.messages)")
    let locales = try #require(try JSONReader.read(run.output)["locales"]?.items)
    return locales.map { Locale(json: $0) }
  }

  /// One locale of `docgen stats --format json`.
  private struct Locale: CustomStringConvertible {
    let json: JSONValue

    var description: String { json["locale"]?.string ?? "" }
    var isSource: Bool { json["isSource"]?.boolean ?? false }

    /// The share of what was understood; 0 where there was nothing to understand, which in the corpus cannot be.
    func share(_ measure: String) -> Double {
      guard let share = json["understood"]?[measure], let known = share["known"]?.integer,
        let all = share["of"]?.integer, all > 0
      else { return 0 }
      return Double(known) / Double(all)
    }
  }
}
