import DocgenModel
import DocgenSupport

/// How much of a project the model understands, by locale and folder.
package struct ModelStatistics: Sendable {
  /// The statistics of one locale.
  package struct Locale: Sendable {
    /// The name of the locale.
    package let name: String
    /// The other locales are translated from this one.
    package let isSource: Bool
    /// All pages of the locale.
    package fileprivate(set) var total = StatisticsCounts()
    /// The pages by their topmost folder, sorted by the bytes of its name; "." for those in none.
    package fileprivate(set) var folders: [(name: String, counts: StatisticsCounts)] = []
    /// The texts that were not understood, the most frequent first.
    package fileprivate(set) var words: [StatisticsGap: [StatisticsWord]] = [:]
  }

  /// The source locale is the first.
  package let locales: [Locale]
  /// Files that could not be read.
  package let failures: [FileError]

  /// The number of pages over all locales.
  package var pageCount: Int { locales.reduce(0) { $0 + $1.total.pages } }

  /// Reads every page; the result does not depend on the number of jobs.
  ///
  /// - Parameters:
  ///   - loader: reads the pages.
  ///   - jobs: the number of threads.
  ///   - progress: Called from any thread after each page.
  package init(_ loader: PageLoader, jobs: Int, progress: @escaping @Sendable () -> Void = {}) {
    let catalog = loader.catalog
    var collectors = [Collector](repeating: Collector(), count: catalog.locales.count)
    var failures: [FileError] = []
    Parallel.stream(count: catalog.entries.count, jobs: jobs) { index in
      defer { progress() }
      let page = loader.load(catalog.entries[index])
      let kind = loader.kindName(of: page)
      let surveys = page.translations.compactMap { translation in
        translation.map { translation in
          let source = translation.locale == PageCatalog.source ? nil : page.source
          return PageSurvey(
            translation, source: source, translations: page.translations, kind: kind, vocabularies: loader.vocabularies
          ).result
        }
      }
      return (folder: Self.folder(of: page.name), surveys: surveys, failures: page.failures.map(\.error))
    } consume: { part in
      for survey in part.surveys { collectors[survey.locale].add(survey, folder: part.folder) }
      failures += part.failures
      return true
    }
    self.failures = failures
    locales = collectors.enumerated().map { index, collector in
      var locale = Locale(name: catalog.locales[index], isSource: index == PageCatalog.source)
      collector.finish(&locale)
      return locale
    }
  }

  private static func folder(of page: String) -> String {
    page.utf8.contains(UInt8(ascii: "/")) ? String(page.prefix { $0 != "/" }) : "."
  }

  /// What was gathered for one locale so far.
  private struct Collector {
    private var folders: [String: StatisticsCounts] = [:]
    private var words: [StatisticsGap: [FoldedText: StatisticsWord]] = [:]

    mutating func add(_ survey: PageSurvey.Result, folder: String) {
      folders[folder, default: StatisticsCounts()].add(survey.counts)
      for word in survey.words {
        let text = FoldedText(word.text)
        var entry =
          words[word.gap]?[text]
          ?? StatisticsWord(
            text: word.text, count: 0, file: survey.file, line: word.position.line, column: word.position.column,
            votes: [:])
        entry.count += 1
        if let key = word.key { entry.votes[key, default: 0] += 1 }
        words[word.gap, default: [:]][text] = entry
      }
    }

    func finish(_ locale: inout Locale) {
      let sorted = folders.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      locale.folders = sorted.map { (name: $0.key, counts: $0.value) }
      for folder in sorted { locale.total.add(folder.value) }
      locale.words = words.mapValues { entries in
        entries.sorted { left, right in
          if left.value.count != right.value.count { return left.value.count > right.value.count }
          return left.key.bytes.lexicographicallyPrecedes(right.key.bytes)
        }.map(\.value)
      }
    }
  }
}

extension PageSurvey {
  /// What stays of a survey when the page is let go.
  struct Result: Sendable {
    var locale: Int
    var file: String
    var counts: StatisticsCounts
    var words: [Word]
  }

  var result: Result { Result(locale: locale, file: file, counts: counts, words: words) }
}
