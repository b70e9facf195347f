import DocgenExport
import DocgenModel
import DocgenRender
import DocgenSupport

/// Puts together the models or the statistics of all shards.
extension MergeRun {
  /// Writes the model of all pages.
  func export(on console: Console) throws(CommandFailure) -> ExportRun.Result {
    let outline = try set.catalog.outline(of: project)
    let loader = project.loader.reading(outline.catalog)
    var records: [ModelRecord] = []
    for record in set.records {
      guard let found = try? ModelRecord(record.pages) else { throw Self.damaged(record) }
      records.append(found)
    }
    guard records.reduce(0, { $0 + $1.pageCount }) == outline.catalog.entries.count else { throw Self.incomplete }
    if let model = set.work.model, let exporter = ExportRun.exporter(project, loader, model) {
      try checkTexts(records)
      try writeResult(on: console) { output in
        output.write(exporter.beginning)
        for (file, record) in zip(set.files, records) {
          _ = OutputCopy.forEachPiece(of: ModelRecord.textFile(of: file), record.text) { output.write($0) }
        }
        output.write(exporter.ending)
      }
    } else {
      let locale = try inventoryLocale(project, set.work)
      let inventory = Inventory(records.flatMap(\.names))
      try writeResult(on: console) { $0.write(ExportRun.bytes(of: inventory, project, locale: locale)) }
    }
    return ExportRun.Result(
      problems: project.noticeLines + project.skippedFiles,
      failures: project.catalog.failures + records.flatMap(\.failures))
  }

  /// Refuses texts that are not as their shards wrote them, before anything is written.
  private func checkTexts(_ records: [ModelRecord]) throws(CommandFailure) {
    var problems: [String] = []
    for (index, record) in records.enumerated() {
      let file = ModelRecord.textFile(of: set.files[index])
      guard !OutputCopy.forEachPiece(of: file, record.text, { _ in }) else { continue }
      problems.append(
        "'\(file)' is not there or not as its shard wrote it; bring it along with its record, or run shard "
          + "\(set.records[index].shard) again")
    }
    guard problems.isEmpty else { throw .problems(problems) }
  }

  private func writeResult(on console: Console, _ body: (Output) -> Void) throws(CommandFailure) {
    if let path = options.lint.outputFile {
      try OutputFile.write(path) { body($0) }
    } else {
      body(console.output)
    }
  }

  /// Writes the statistics of all pages.
  func count(on console: Console) throws(CommandFailure) -> ExitStatus {
    var all: ModelStatistics.Part?
    for record in set.records {
      var reader = StateReader(record.pages)
      guard let part = try? ModelStatistics.Part(&reader, locales: project.catalog.locales.count) else {
        throw Self.damaged(record)
      }
      all?.add(part)
      all = all ?? part
    }
    guard let all, all.pageCount == project.catalog.entries.count else { throw Self.incomplete }
    var stats = StatsOptions()
    stats.leastCount = options.leastCount ?? stats.leastCount
    stats.wantsMissing = options.wantsMissing
    stats.outputFile = options.lint.outputFile
    stats.format = options.lint.format == .json ? .json : .text
    let statistics = ModelStatistics(all, of: project.catalog)
    return try StatsCommand.tell(
      StatsReport(statistics: statistics, leastCount: stats.leastCount), project, stats, on: console)
  }
}
