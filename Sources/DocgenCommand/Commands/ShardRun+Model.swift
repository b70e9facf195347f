import DocgenExport
import DocgenModel
import DocgenRender
import DocgenSupport
import Synchronization

/// The work of a shard of an export or of statistics.
extension ShardRun {
  /// Exports the pages of the shard.
  ///
  /// - Returns: Files that could not be read.
  func export(_ progress: ProgressLine) throws(CommandFailure) -> [FileError] {
    let folder = RecordFolder(output: output)
    try folder.begin(shard, work, catalogDigest)
    let outline = try catalog.outline(of: project)
    let loader = project.loader.reading(outline.catalog)
    let own = outline.published(pages, of: project.catalog)
    var found = ModelRecord(pageCount: own.count)
    let step = step("Exporting", of: own.count, progress)
    if let model = work.model, let exporter = ExportRun.exporter(project, loader, model) {
      let copy: OutputCopy
      let file = ModelRecord.textFile(of: folder.file(of: shard))
      do throws(FileError) { copy = try OutputCopy(file) } catch { throw CommandFailure(error) }
      found.failures = exporter.export(pages: own, jobs: jobs, progress: step) { text in
        copy.write(text.bytes)
        return !copy.hasFailed
      }
      guard copy.finish() else { throw .failure("cannot write '\(file)'") }
      found.text = copy.digests
    } else {
      (found.names, found.failures) = Inventory.entries(
        ofPages: own, loader: loader, locale: try inventoryLocale(project, work),
        paths: project.paths(of: loader.catalog), jobs: jobs, progress: step)
    }
    progress.clear()
    var record = record(ContentDigest(of: []))
    record.pages = found.bytes[...]
    try leave(record, in: folder)
    return found.failures
  }

  /// Counts what the model understands of the pages of the shard.
  ///
  /// - Returns: Files that could not be read.
  func count(_ progress: ProgressLine) throws(CommandFailure) -> [FileError] {
    let folder = RecordFolder(output: output)
    try folder.begin(shard, work, catalogDigest)
    let found = ModelStatistics.Part(
      project.loader, pages: pages, jobs: jobs, progress: step("Counting", of: pages.count, progress))
    progress.clear()
    var record = record(ContentDigest(of: []))
    var writer = StateWriter()
    found.write(to: &writer)
    record.pages = writer.bytes[...]
    try leave(record, in: folder)
    return found.failures
  }

  private func step(_ action: StaticString, of total: Int, _ progress: ProgressLine) -> @Sendable () -> Void {
    let done = ProgressCount()
    return { progress.report(action, done: done.next(), of: total) }
  }
}

/// Counts what several threads have done.
private final class ProgressCount: Sendable {
  private let done = Atomic<Int>(0)

  func next() -> Int { done.wrappingAdd(1, ordering: .relaxed).newValue }
}

/// The index of the locale whose names an inventory has.
func inventoryLocale(_ project: Project, _ work: ShardWork) throws(CommandFailure) -> Int {
  guard let name = work.model?.locale else { return PageCatalog.source }
  guard let locale = project.catalog.locales.firstIndex(of: name) else {
    throw .configuration("the catalog has no locale '\(name)'; make one that has it by 'docgen catalog'")
  }
  return locale
}
