import DocgenExport
import DocgenSupport

/// What a shard leaves of the model of its pages: its text in a file beside the record, or the names of an inventory.
struct ModelRecord: Sendable {
  /// The number of pages.
  var pageCount: Int
  /// The digests of the pieces of the text.
  var text: [ContentDigest] = []
  /// The names of the pages; of the inventory alone.
  var names: [Inventory.Entry] = []
  /// Files that could not be read.
  var failures: [FileError] = []

  /// The file with the text, which is as long as the model of the pages.
  static func textFile(of record: String) -> String { record + ".text" }
}

extension ModelRecord {
  /// All of it but the text.
  var bytes: [UInt8] {
    var writer = StateWriter()
    writer.write(pageCount)
    writer.write(text) { $0.write(plain: $1.bytes) }
    writer.write(names) { $1.write(to: &$0) }
    writer.write(failures) { $1.write(to: &$0) }
    return writer.bytes
  }

  /// Reads what was written.
  init(_ bytes: ArraySlice<UInt8>) throws(StateReader.Damage) {
    var reader = StateReader(bytes)
    pageCount = try reader.number()
    text = try reader.list { reader throws(StateReader.Damage) in try reader.digest() }
    names = try reader.list { reader throws(StateReader.Damage) in try Inventory.Entry(&reader) }
    failures = try reader.list { reader throws(StateReader.Damage) in try FileError(&reader) }
    guard reader.isAtEnd else { throw StateReader.Damage() }
  }
}
