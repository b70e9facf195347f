import DocgenLint
import DocgenSupport

/// What was found in the pages of one shard, or of several in their order.
struct ShardFindings: Sendable {
  private(set) var records: [LintRecord]
  /// What the history of the source could not tell; `nil` if there is none.
  private(set) var history: HistoryNotes?

  /// Takes what one shard found.
  init(_ record: LintRecord, history: HistoryNotes?) {
    records = [record]
    self.history = history
  }

  /// The number of pages, each with all of its locales.
  var pageCount: Int { records.reduce(0) { $0 + $1.pageCount } }

  /// The files that could not be read.
  var failures: [FileError] { records.flatMap(\.failures) }

  /// Adds what the next shard found.
  mutating func add(_ other: ShardFindings) {
    records += other.records
    guard let notes = other.history else { return }
    history?.add(notes)
    history = history ?? notes
  }

  /// The findings in the pages that are shown, as far as the pages alone tell.
  func shown(_ configuration: Configuration) -> [Diagnostic] {
    let findings = records.flatMap(\.findings)
    return configuration.stalePages == .fold ? findings.filter { $0.foldedInto == nil } : findings
  }
}

extension ShardFindings {
  /// What one shard found, as bytes.
  var bytes: [UInt8] {
    var writer = StateWriter()
    for record in records { record.write(to: &writer) }
    writer.write(history != nil)
    history?.write(to: &writer)
    return writer.bytes
  }

  /// Reads what one shard found.
  init(_ bytes: ArraySlice<UInt8>) throws(StateReader.Damage) {
    var reader = StateReader(bytes)
    records = [try LintRecord(&reader)]
    history = try reader.flag() ? try HistoryNotes(&reader) : nil
    guard reader.isAtEnd else { throw StateReader.Damage() }
  }
}
