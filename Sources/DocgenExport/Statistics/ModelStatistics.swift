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
    let part = Part(loader, pages: loader.catalog.entries.indices, jobs: jobs, progress: progress)
    self.init(part, of: loader.catalog)
  }

  /// Takes what was counted of all pages of a catalog.
  package init(_ part: Part, of catalog: PageCatalog) {
    failures = part.failures
    locales = part.collectors.enumerated().map { index, collector in
      var locale = Locale(name: catalog.locales[index], isSource: index == PageCatalog.source)
      collector.finish(&locale)
      return locale
    }
  }

  /// What was counted of some of the pages, to which that of the pages after them can be added.
  package struct Part: Sendable {
    /// By the index of the locale.
    fileprivate(set) var collectors: [Collector]
    /// Files that could not be read.
    package private(set) var failures: [FileError]
    /// The number of pages, each with all of its locales.
    package private(set) var pageCount: Int

    /// Reads some pages.
    ///
    /// - Parameters:
    ///   - loader: Reads the pages.
    ///   - pages: Their indices in the catalog.
    ///   - jobs: The number of threads.
    ///   - progress: Called from any thread after each page.
    package init(
      _ loader: PageLoader, pages: Range<Int>, jobs: Int, progress: @escaping @Sendable () -> Void = {}
    ) {
      let catalog = loader.catalog
      var collectors = [Collector](repeating: Collector(), count: catalog.locales.count)
      var failures: [FileError] = []
      Parallel.stream(count: pages.count, jobs: jobs) { index in
        defer { progress() }
        let page = loader.load(catalog.entries[pages.lowerBound + index])
        let kind = loader.kindName(of: page)
        let surveys = page.translations.compactMap { translation in
          translation.map { translation in
            let source = translation.locale == PageCatalog.source ? nil : page.source
            return PageSurvey(
              translation, source: source, translations: page.translations, kind: kind,
              vocabularies: loader.vocabularies
            ).result
          }
        }
        return (folder: ModelStatistics.folder(of: page.name), surveys: surveys, failures: page.failures.map(\.error))
      } consume: { part in
        for survey in part.surveys { collectors[survey.locale].add(survey, folder: part.folder) }
        failures += part.failures
        return true
      }
      self.init(collectors: collectors, failures: failures, pageCount: pages.count)
    }

    init(collectors: [Collector], failures: [FileError], pageCount: Int) {
      self.collectors = collectors
      self.failures = failures
      self.pageCount = pageCount
    }

    /// Adds what was counted of the pages after these.
    package mutating func add(_ other: Part) {
      precondition(collectors.count == other.collectors.count, "both are of one project")
      for index in collectors.indices { collectors[index].add(other.collectors[index]) }
      failures += other.failures
      pageCount += other.pageCount
    }
  }

  fileprivate static func folder(of page: String) -> String {
    page.utf8.contains(UInt8(ascii: "/")) ? String(page.prefix { $0 != "/" }) : "."
  }

  /// What was gathered for one locale so far.
  struct Collector: Sendable {
    var folders: [String: StatisticsCounts] = [:]
    var words: [StatisticsGap: [FoldedText: StatisticsWord]] = [:]

    mutating func add(_ other: Collector) {
      folders.merge(other.folders) { counts, others in
        var sum = counts
        sum.add(others)
        return sum
      }
      for (gap, entries) in other.words {
        words[gap, default: [:]].merge(entries) { first, later in
          // The first place is that of the pages that come first.
          var word = first
          word.count += later.count
          word.votes.merge(later.votes, uniquingKeysWith: +)
          return word
        }
      }
    }

    fileprivate mutating func add(_ survey: PageSurvey.Result, folder: String) {
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

    fileprivate func finish(_ locale: inout Locale) {
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
