import DocgenModel
import DocgenSupport

/// The navigation of all locales of a site, and what is wrong with the tables of contents that it is made of.
struct SiteNavigation: Sendable {
  /// By the index of the locale.
  let locales: [Navigation]
  /// What is wrong with tables of contents.
  let problems: [FileProblem]
  /// Tables of contents that could not be read.
  let failures: [FileError]

  /// Takes what was read.
  init(locales: [Navigation], problems: [FileProblem], failures: [FileError]) {
    self.locales = locales
    self.problems = problems
    self.failures = failures
  }

  /// Reads tables of contents and titles.
  init(_ reader: NavigationReader, jobs: Int) {
    var results: [NavigationReader.Result] = []
    for locale in reader.links.catalog.locales.indices {
      results.append(reader.read(locale: locale, beside: results.first?.navigation, jobs: jobs))
    }
    locales = results.map(\.navigation)
    problems = Self.unique(results.flatMap(\.problems))
    failures = results.flatMap(\.failures)
  }

  /// The source's tables are read for locales that have none, so that a problem may come up more than once.
  private static func unique(_ problems: [FileProblem]) -> [FileProblem] {
    var seen: Set<FileProblem> = []
    return problems.filter { seen.insert($0).inserted }
  }
}

extension SiteNavigation {
  /// Writes all of it.
  func write(to writer: inout StateWriter) {
    writer.write(locales) { $1.write(to: &$0) }
    writer.write(problems) { $1.write(to: &$0) }
    writer.write(failures) { $1.write(to: &$0) }
  }

  /// Reads what was written of a site with so many pages and folders.
  init(_ reader: inout StateReader, pages: Int, folders: Int) throws(StateReader.Damage) {
    locales = try reader.list { reader throws(StateReader.Damage) in
      try Navigation(&reader, pages: pages, folders: folders)
    }
    problems = try reader.list { reader throws(StateReader.Damage) in try FileProblem(&reader) }
    failures = try reader.list { reader throws(StateReader.Damage) in try FileError(&reader) }
  }
}
