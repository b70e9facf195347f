import DocgenExport
import DocgenSupport

/// Writes statistics for people: a table of folders for each locale, then what was not understood.
struct StatsTableReporter {
  /// How many words of each kind are shown.
  private static let wordLimit = 10

  private static let facts: [(fact: StatisticsCounts.Fact, title: String)] = [
    (.names, "names"), (.signatures, "signatures"), (.parameters, "parameters"), (.returnCodes, "codes"),
    (.requirements, "requirements"), (.members, "members"), (.sections, "sections"),
  ]

  private static let gaps: [(gap: StatisticsGap, title: String)] = [
    (.sections, "no role"), (.signatures, "not parsed"), (.requirements, "labels?"), (.directions, "directions?"),
    (.valueHeaders, "heads?"),
  ]

  func write(_ report: StatsReport, to output: Output) {
    for locale in report.statistics.locales {
      writeFolders(locale, to: output)
      writeKinds(locale.total, to: output)
      writeShares(locale.total, to: output)
      for gap in StatisticsGap.allCases { writeWords(gap, in: locale, of: report, to: output) }
      output.write("\n")
    }
    guard let time = report.time else { return }
    let threads = counted(time.jobs, "thread")
    output.write(
      "\(counted(report.statistics.pageCount, "page")) in \(time.seconds) s on \(threads), "
        + "\(grouped(time.pagesPerSecond)) a second\n")
  }

  private func writeFolders(_ locale: ModelStatistics.Locale, to output: Output) {
    let titles = ["pages", "reference"] + Self.facts.map(\.title) + Self.gaps.map(\.title)
    var table = TextTable()
    table.append([locale.name + (locale.isSource ? " (source)" : "")] + titles)
    for folder in locale.folders { table.append([folder.name] + cells(folder.counts)) }
    table.append(["total"] + cells(locale.total))
    table.write(to: output)
  }

  private func cells(_ counts: StatisticsCounts) -> [String] {
    let numbers =
      [counts.pages, counts.referencePages] + Self.facts.map { counts.facts[$0.fact] ?? 0 }
      + Self.gaps.map { counts.gaps[$0.gap] ?? 0 }
    return numbers.map { TextTable.cell($0) }
  }

  private func writeKinds(_ counts: StatisticsCounts, to output: Output) {
    guard !counts.kinds.isEmpty else { return }
    output.write("\nPages by kind\n")
    for kind in counts.sortedKinds { output.write("\(aligned(kind.count))  \(kind.kind)\n") }
  }

  private func writeShares(_ counts: StatisticsCounts, to output: Output) {
    guard !counts.shares.isEmpty else { return }
    output.write("\nUnderstood\n")
    for measure in StatisticsMeasure.allCases {
      guard let share = counts.shares[measure] else { continue }
      // Cut and not rounded, so that only all is 100 %.
      let hundredths = share.all == 0 ? 10_000 : share.known * 10_000 / share.all
      let fraction = hundredths % 100
      let percent = "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction) %"
      output.write(
        "\(String(repeating: " ", count: max(0, 8 - percent.utf8.count)))\(percent)  of \(grouped(share.all)) "
          + "\(Self.title(measure))\n")
    }
  }

  private static func title(_ measure: StatisticsMeasure) -> String {
    switch measure {
    case .kinds: "reference pages have a kind"
    case .kindsInEveryLocale: "pages tell the same kind in every locale"
    case .kindsAsInSource: "pages tell the kind that the source page tells"
    case .declarations: "signatures in a Syntax section were read as declarations"
    case .headings: "headings of the main sections tell their role without an anchor"
    case .parameters: "parameter lists agree with the signature"
    case .requirements: "rows of requirements have a known label"
    }
  }

  private func writeWords(
    _ gap: StatisticsGap, in locale: ModelStatistics.Locale, of report: StatsReport, to output: Output
  ) {
    let words = report.words(gap, in: locale)
    guard !words.isEmpty else { return }
    output.write("\n\(Self.title(gap))\n")
    for word in words.prefix(Self.wordLimit) {
      let text = VisibleText.string(word.text)
      output.write("\(aligned(word.count))  \(text)  (\(VisibleText.string(word.file)):\(word.line):\(word.column))\n")
    }
    if words.count > Self.wordLimit { output.write("          and \(grouped(words.count - Self.wordLimit)) more\n") }
  }

  private static func title(_ gap: StatisticsGap) -> String {
    switch gap {
    case .sections: "Titles of sections that the vocabulary lacks, on reference pages"
    case .signatures: "Signatures that were not read as declarations, by language"
    case .requirements: "Labels of requirements that the vocabulary lacks"
    case .directions: "Directions of parameters that the vocabulary lacks"
    case .valueHeaders: "Heads of columns that the vocabulary lacks"
    }
  }

  private func aligned(_ number: Int) -> String {
    let text = grouped(number)
    return String(repeating: " ", count: max(0, 8 - text.utf8.count)) + text
  }
}
