import DocgenModel
import DocgenSupport

/// What one shard leaves for the merge, in a file of its own.
struct ShardFile: Sendable {
  private static let file = SealedFile(kind: "record")

  /// The docgen that the shard ran.
  var program = ProgramIdentity.current
  var shard: Shard
  var work: ShardWork
  /// Tells the catalog from others.
  var catalogDigest: ContentDigest
  /// Tells from others what the shard read besides pages, and what it made of them.
  var workDigest: ContentDigest
  /// The catalog, in the record of the first shard; empty in others.
  var catalog: ArraySlice<UInt8> = []
  /// ``findings`` and ``pages`` as they are kept: they say much the same of all pages, and shrink to a third or less.
  private var packed = (findings: ArraySlice<UInt8>(), pages: ArraySlice<UInt8>())

  /// What was found in the pages; empty where nothing was looked for.
  var findings: ArraySlice<UInt8> {
    get { Self.unpacked(packed.findings) }
    set { packed.findings = Self.packed(newValue) }
  }
  /// What is known of the pages that were written, exported or counted; empty where none were.
  var pages: ArraySlice<UInt8> {
    get { Self.unpacked(packed.pages) }
    set { packed.pages = Self.packed(newValue) }
  }

  init(
    shard: Shard, work: ShardWork, catalogDigest: ContentDigest, workDigest: ContentDigest,
    catalog: ArraySlice<UInt8>
  ) {
    self.shard = shard
    self.work = work
    self.catalogDigest = catalogDigest
    self.workDigest = workDigest
    self.catalog = catalog
  }

  private static func packed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    bytes.isEmpty ? [] : Zlib.compressed(Array(bytes))[...]
  }

  /// What is damaged all the same counts as empty, and so as pages that are missing.
  private static func unpacked(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    bytes.isEmpty ? [] : (Zlib.decompressed(bytes) ?? [])[...]
  }

  /// The content of the file.
  var bytes: [UInt8] {
    var writer = StateWriter()
    program.write(to: &writer)
    writer.write(shard.number)
    writer.write(shard.count)
    work.write(to: &writer)
    writer.write(plain: catalogDigest.bytes + workDigest.bytes)
    for part in [catalog, packed.findings, packed.pages] { writer.write(part) }
    return writer.bytes
  }
}

extension ShardFile {
  /// Reads the content of a file.
  init(_ bytes: ArraySlice<UInt8>) throws(StateReader.Damage) {
    var reader = StateReader(bytes)
    program = try ProgramIdentity(&reader)
    guard let shard = Shard(number: try reader.number(), of: try reader.number()) else { throw StateReader.Damage() }
    self.shard = shard
    work = try ShardWork(&reader)
    catalogDigest = try reader.digest()
    workDigest = try reader.digest()
    catalog = try reader.content()
    packed = (try reader.content(), try reader.content())
    guard reader.isAtEnd else { throw StateReader.Damage() }
  }

  /// Reads a file.
  init(file: String) throws(SealedFile.Failure) {
    let content = try Self.file.read(file)
    guard let record = try? ShardFile(content) else { throw .damaged }
    self = record
  }

  /// Writes the file.
  func write(to path: String) throws(FileError) { try Self.file.write(bytes, to: path) }
}
