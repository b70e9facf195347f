import DocgenModel
import DocgenSupport

/// What was found in a part of the pages of a project.
package struct LintRecord: Sendable {
  let results: [Linter.PageResult]
  let contents: (diagnostics: [Diagnostic], failures: [FileError])

  init(results: [Linter.PageResult], contents: (diagnostics: [Diagnostic], failures: [FileError])) {
    self.results = results
    self.contents = contents
  }

  /// What was found in the pages themselves, page by page, before other pages are known.
  package var findings: [Diagnostic] { results.flatMap(\.diagnostics) }

  /// The files that could not be read.
  package var failures: [FileError] { results.flatMap(\.failures) + contents.failures }

  /// The number of pages, each with all of its locales.
  package var pageCount: Int { results.count }

  /// Writes all of it.
  package func write(to writer: inout StateWriter) {
    writer.write(results) { writer, result in
      result.write(to: &writer)
      writer.write(result.failures) { $1.write(to: &$0) }
    }
    writer.write(contents.diagnostics) { $1.write(to: &$0) }
    writer.write(contents.failures) { $1.write(to: &$0) }
  }

  /// Reads what was written.
  package init(_ reader: inout StateReader) throws(StateReader.Damage) {
    results = try reader.list { reader throws(StateReader.Damage) in
      var result = try Linter.PageResult(&reader)
      result.failures = try reader.list { reader throws(StateReader.Damage) in try FileError(&reader) }
      return result
    }
    contents = (
      try reader.list { reader throws(StateReader.Damage) in try Diagnostic(&reader) },
      try reader.list { reader throws(StateReader.Damage) in try FileError(&reader) }
    )
  }
}
