import DocgenExport
import DocgenSupport

/// Writes statistics as one JSON object, `docgen-stats/1`.
struct StatsJSONReporter {
  func write(_ report: StatsReport, to output: Output) {
    var writer = JSONWriter(isIndented: true)
    writer.object { writer in
      writer.member("schema", "docgen-stats/1")
      writer.key("generator")
      writer.object { writer in
        writer.member("name", "docgen")
        writer.member("version", Version.current)
      }
      writer.key("locales")
      writer.array { writer in
        for locale in report.statistics.locales { write(locale, of: report, to: &writer) }
      }
      if let time = report.time {
        writer.key("time")
        writer.object { writer in
          writer.key("seconds")
          writer.number(time.seconds)
          writer.member("pagesPerSecond", time.pagesPerSecond)
          writer.member("jobs", time.jobs)
        }
      }
    }
    output.write(writer.buffer)
  }

  private func write(_ locale: ModelStatistics.Locale, of report: StatsReport, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("locale", locale.name)
      writer.key("isSource")
      writer.boolean(locale.isSource)
      write(locale.total, to: &writer)
      writer.key("folders")
      writer.array { writer in
        for folder in locale.folders {
          writer.object { writer in
            writer.member("folder", folder.name)
            write(folder.counts, to: &writer)
          }
        }
      }
      writer.key("words")
      writer.object { writer in
        for gap in StatisticsGap.allCases {
          writer.key(gap.rawValue)
          writer.array { writer in
            for word in report.words(gap, in: locale) { write(word, to: &writer) }
          }
        }
      }
    }
  }

  /// The counts as members of an open object.
  private func write(_ counts: StatisticsCounts, to writer: inout JSONWriter) {
    writer.member("pages", counts.pages)
    writer.member("referencePages", counts.referencePages)
    writer.key("kinds")
    writer.object { writer in
      for kind in counts.sortedKinds { writer.member(kind.kind, kind.count) }
    }
    writer.key("facts")
    writer.object { writer in
      for fact in StatisticsCounts.Fact.allCases { writer.member(fact.rawValue, counts.facts[fact] ?? 0) }
    }
    writer.key("understood")
    writer.object { writer in
      for measure in StatisticsMeasure.allCases {
        guard let share = counts.shares[measure] else { continue }
        writer.key(measure.rawValue)
        writer.object { writer in
          writer.member("known", share.known)
          writer.member("of", share.all)
        }
      }
    }
    writer.key("notUnderstood")
    writer.object { writer in
      for gap in StatisticsGap.allCases { writer.member(gap.rawValue, counts.gaps[gap] ?? 0) }
    }
  }

  private func write(_ word: StatisticsWord, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("text", word.text)
      writer.member("count", word.count)
      writer.member("file", word.file)
      writer.member("line", word.line)
      writer.member("column", word.column)
      if let key = word.key { writer.member("key", key) }
    }
  }
}
