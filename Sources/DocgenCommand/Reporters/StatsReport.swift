import DocgenExport

/// The statistics of a run, with all that reporters need to write them.
struct StatsReport {
  /// How long it took.
  struct Time: Equatable {
    /// Rounded to hundredths.
    let seconds: Double
    let pagesPerSecond: Int
    let jobs: Int

    init(_ duration: Duration, pages: Int, jobs: Int) {
      let milliseconds = duration.components.seconds * 1000 + duration.components.attoseconds / 1_000_000_000_000_000
      seconds = Double((milliseconds + 5) / 10) / 100
      pagesPerSecond = pages * 1000 / max(1, Int(milliseconds))
      self.jobs = jobs
    }
  }

  let statistics: ModelStatistics
  /// Words that occur less often are left out.
  let leastCount: Int
  /// `nil` if it is not to be shown.
  var time: Time?

  init(statistics: ModelStatistics, leastCount: Int) {
    self.statistics = statistics
    self.leastCount = leastCount
  }

  /// The texts of a kind that were not understood and occur often enough, the most frequent first.
  func words(_ gap: StatisticsGap, in locale: ModelStatistics.Locale) -> [StatisticsWord] {
    (locale.words[gap] ?? []).filter { $0.count >= leastCount || !gap.isVocabulary }
  }
}
