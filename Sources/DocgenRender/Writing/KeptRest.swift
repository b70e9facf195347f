import DocgenModel
import DocgenSupport
import Synchronization

/// What a build made of what it knows of the pages, as it is kept: where all that is known of them is the same, so is what
/// is made of it.
struct KeptRest {
  /// Its name among the parts; no page is called so.
  static let name = "/"

  /// What is known of all pages.
  let pages: ContentDigest
  /// The files, by their paths below the root of the site.
  var files: [String]
  /// What there is to say of the site, but for what could not be read.
  var report: SiteReport

  private static let counts: [any WritableKeyPath<SiteReport, Int> & Sendable] = [
    \.pages, \.fallbackPages, \.files, \.missingLinks, \.unpublishedLinks, \.missingImages,
  ]

  init(_ pages: ContentDigest, _ files: [String], _ report: SiteReport) {
    (self.pages, self.files, self.report) = (pages, files, report)
  }

  func write(to writer: inout StateWriter) {
    writer.write(plain: pages.bytes)
    writer.write(files) { $0.write($1) }
    for count in Self.counts { writer.write(report[keyPath: count]) }
    writer.write(report.problems) { $1.write(to: &$0) }
  }

  init(_ reader: inout StateReader) throws(StateReader.Damage) {
    pages = try reader.digest()
    files = try reader.list { reader throws(StateReader.Damage) in try reader.text() }
    report = SiteReport()
    for count in Self.counts { report[keyPath: count] = try reader.number() }
    report.problems = try reader.list { reader throws(StateReader.Damage) in try FileProblem(&reader) }
    guard reader.isAtEnd else { throw StateReader.Damage() }
  }
}

/// Notes which files are written.
final class WrittenFiles: Sendable {
  private let paths = Mutex<[String]>([])

  /// Notes a file by its path below the root of the site.
  func add(_ path: String) { paths.withLock { $0.append(path) } }

  /// All of them, in the order of their names.
  var sorted: [String] { paths.withLock { $0 }.sorted() }
}

/// What is known of a page: it was made now, or kept and need not even be read yet.
enum PageOutcome<Note: Sendable>: Sendable {
  case made(PageSummary, Note)
  case kept(StateReader)
}
