import DocgenModel
import DocgenSupport

/// What a machine tells of a page that it wrote.
struct WrittenPage<Note: Sendable>: Sendable {
  var summary: PageSummary
  var note: Note
  var files: KeptPages.Files
  /// Those of what the files hold, in their order.
  var digests: [ContentDigest]
}

extension WrittenPage {
  /// Writes all of it.
  func write(to writer: inout StateWriter, _ writeNote: (inout StateWriter, Note) -> Void) {
    files.write(to: &writer)
    for digest in digests { writer.write(plain: digest.bytes) }
    summary.write(to: &writer)
    writer.write(summary.unreadable) { $1.write(to: &$0) }
    writer.write(summary.translations) { writer, note in
      writer.write(note != nil)
      note?.write(to: &writer)
    }
    writeNote(&writer, note)
  }

  /// Reads what was written of a page.
  init(
    _ reader: inout StateReader, _ readNote: (inout StateReader) throws(StateReader.Damage) -> Note
  ) throws(StateReader.Damage) {
    let files = try KeptPages.Files(&reader)
    self.files = files
    digests = []
    for _ in files.outputs { digests.append(try reader.digest()) }
    var summary = try PageSummary(&reader)
    summary.unreadable = try reader.list { reader throws(StateReader.Damage) in try FileError(&reader) }
    summary.translations = try reader.list { reader throws(StateReader.Damage) in
      try reader.flag() ? try TranslationNote(&reader) : nil
    }
    self.summary = summary
    note = try readNote(&reader)
    guard reader.isAtEnd else { throw StateReader.Damage() }
  }
}

/// What a machine tells of the pages that it wrote, as bytes: pages in the order of the catalog, and copied files.
struct ShardRecord: Sendable {
  /// Each page as ``WrittenPage`` writes it.
  var pages: [ArraySlice<UInt8>]
  /// The images that were copied, by their paths below the root of the site.
  var images: [String]
  /// The files that could not be copied.
  var failures: [FileError]

  /// All of it.
  var bytes: [UInt8] {
    var writer = StateWriter()
    writer.write(pages) { $0.write($1) }
    writer.write(images) { $0.write($1) }
    writer.write(failures) { $1.write(to: &$0) }
    return writer.bytes
  }

  init(pages: [ArraySlice<UInt8>], images: [String], failures: [FileError]) {
    self.pages = pages
    self.images = images
    self.failures = failures
  }

  init(_ bytes: ArraySlice<UInt8>) throws(StateReader.Damage) {
    var reader = StateReader(bytes)
    pages = try reader.list { reader throws(StateReader.Damage) in try reader.content() }
    images = try reader.list { reader throws(StateReader.Damage) in try reader.text() }
    failures = try reader.list { reader throws(StateReader.Damage) in try FileError(&reader) }
    guard reader.isAtEnd else { throw StateReader.Damage() }
  }
}
