import DocgenModel
import DocgenSupport

/// Makes more of the pages than a site shows, while they are at hand: files for other programs.
package protocol OutputFeature: Sendable {
  /// What is kept of a page.
  associatedtype Note: Sendable

  /// Takes what is needed of a page with all of its translations; called once for each page, from any thread.
  ///
  /// - Parameters:
  ///   - page: The page, with the translations that lists name.
  ///   - address: Its address below a locale's folder, percent-encoded.
  /// - Returns: What the files are made of.
  func note(on page: APIPage, at address: String) -> Note

  /// Makes the files.
  ///
  /// - Parameter notes: What was kept of each page, in the order of the catalog.
  /// - Returns: The files to be written, by their paths below the root of the site.
  func files(of notes: [Note]) -> [SiteFile]

  /// Writes a note, to be kept until the next build.
  func write(_ note: Note, to writer: inout StateWriter)

  /// Reads a note that was kept.
  func note(from reader: inout StateReader) throws(StateReader.Damage) -> Note
}

/// Makes nothing more of the pages.
struct NoOutputFeature: OutputFeature {
  func note(on page: APIPage, at address: String) {}
  func files(of notes: [Void]) -> [SiteFile] { [] }
  func write(_ note: Void, to writer: inout StateWriter) {}
  func note(from reader: inout StateReader) throws(StateReader.Damage) {}
}
