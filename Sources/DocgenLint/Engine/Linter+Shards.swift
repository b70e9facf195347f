import DocgenModel
import DocgenSupport

/// The work of a linter that several machines share: each looks at a part of the pages, and one compares what they saw.
extension Linter {
  /// Looks at some of the pages.
  ///
  /// - Parameters:
  ///   - pages: Their indices in the catalog.
  ///   - readsContents: The tables of contents are looked at, too, which one machine does for all.
  ///   - jobs: The number of threads.
  ///   - kept: What is known of the pages from the run before; `nil` to look at all.
  ///   - progress: Called from any thread after each page.
  /// - Returns: What was found, as ``result(of:)`` reads it.
  package func record(
    ofPages pages: Range<Int>, readsContents: Bool, jobs: Int, kept: KeptParts? = nil,
    progress: @escaping @Sendable () -> Void = {}
  ) -> LintRecord {
    let results = Parallel.map(count: pages.count, jobs: jobs) { index in
      defer { progress() }
      if let kept { return result(at: pages.lowerBound + index, kept) }
      let entry = loader.catalog.entries[pages.lowerBound + index]
      return lint(loader.load(entry), entry)
    }
    return LintRecord(results: results, contents: readsContents ? lintContents() : ([], []))
  }

  /// Puts together what was found in all parts of the project, in their order.
  package func result(of records: [LintRecord]) -> Result {
    collect(
      records.flatMap(\.results),
      contents: (records.flatMap(\.contents.diagnostics), records.flatMap(\.contents.failures)))
  }
}
