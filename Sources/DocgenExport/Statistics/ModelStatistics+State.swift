import DocgenModel
import DocgenSupport

extension ModelStatistics.Part {
  /// Writes all of it; the same counts give the same bytes.
  package func write(to writer: inout StateWriter) {
    writer.write(pageCount)
    writer.write(failures) { $1.write(to: &$0) }
    writer.write(collectors) { $1.write(to: &$0) }
  }

  /// Reads what was written of pages in so many locales.
  package init(_ reader: inout StateReader, locales: Int) throws(StateReader.Damage) {
    let count = try reader.number()
    let failures = try reader.list { reader throws(StateReader.Damage) in try FileError(&reader) }
    let collectors = try reader.list { reader throws(StateReader.Damage) in
      try ModelStatistics.Collector(&reader)
    }
    guard collectors.count == locales, reader.isAtEnd else { throw StateReader.Damage() }
    self.init(collectors: collectors, failures: failures, pageCount: count)
  }
}

extension ModelStatistics.Collector {
  fileprivate func write(to writer: inout StateWriter) {
    writer.write(folders.sorted { ByteSearch.precedes($0.key, $1.key) }) { writer, folder in
      writer.write(folder.key)
      folder.value.write(to: &writer)
    }
    for gap in StatisticsGap.allCases {
      let entries = (words[gap] ?? [:]).sorted { $0.key.bytes.lexicographicallyPrecedes($1.key.bytes) }
      writer.write(entries) { $1.value.write(to: &$0) }
    }
  }

  fileprivate init(_ reader: inout StateReader) throws(StateReader.Damage) {
    self.init()
    let folders = try reader.list { reader throws(StateReader.Damage) in
      (try reader.text(), try StatisticsCounts(&reader))
    }
    self.folders = Dictionary(folders) { first, _ in first }
    for gap in StatisticsGap.allCases {
      let entries = try reader.list { reader throws(StateReader.Damage) in try StatisticsWord(&reader) }
      if !entries.isEmpty {
        words[gap] = Dictionary(entries.map { (FoldedText($0.text), $0) }) { first, _ in first }
      }
    }
  }
}

extension StatisticsWord {
  fileprivate func write(to writer: inout StateWriter) {
    writer.write(text)
    writer.write(count)
    writer.write(file)
    writer.write(line)
    writer.write(column)
    writer.write(votes.sorted { ByteSearch.precedes($0.key, $1.key) }) { writer, vote in
      writer.write(vote.key)
      writer.write(vote.value)
    }
  }

  fileprivate init(_ reader: inout StateReader) throws(StateReader.Damage) {
    text = try reader.text()
    count = try reader.number()
    file = try reader.text()
    line = try reader.number()
    column = try reader.number()
    let votes = try reader.list { reader throws(StateReader.Damage) in (try reader.text(), try reader.number()) }
    self.votes = Dictionary(votes, uniquingKeysWith: +)
  }
}

extension StatisticsCounts {
  fileprivate func write(to writer: inout StateWriter) {
    writer.write(pages)
    writer.write(referencePages)
    writer.write(kinds.sorted { ByteSearch.precedes($0.key, $1.key) }) { writer, kind in
      writer.write(kind.key)
      writer.write(kind.value)
    }
    for fact in Fact.allCases { writer.write(facts[fact] ?? 0) }
    for gap in StatisticsGap.allCases { writer.write(gaps[gap] ?? 0) }
    for measure in StatisticsMeasure.allCases {
      writer.write(shares[measure]?.known ?? 0)
      writer.write(shares[measure]?.all ?? 0)
    }
  }

  fileprivate init(_ reader: inout StateReader) throws(StateReader.Damage) {
    self.init()
    pages = try reader.number()
    referencePages = try reader.number()
    let kinds = try reader.list { reader throws(StateReader.Damage) in (try reader.text(), try reader.number()) }
    self.kinds = Dictionary(kinds, uniquingKeysWith: +)
    // What was counted nowhere has no entry, as where it is counted.
    for fact in Fact.allCases {
      let count = try reader.number()
      if count > 0 { facts[fact] = count }
    }
    for gap in StatisticsGap.allCases {
      let count = try reader.number()
      if count > 0 { gaps[gap] = count }
    }
    for measure in StatisticsMeasure.allCases {
      var share = StatisticsShare()
      share.known = try reader.number()
      share.all = try reader.number()
      if share.all > 0 { shares[measure] = share }
    }
  }
}
