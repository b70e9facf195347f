import DocgenModel
import DocgenRender
import DocgenSupport

/// The folder in an output folder in which shards leave their records.
struct RecordFolder: Sendable {
  /// The path of the folder.
  let path: String

  /// Names that of an output folder.
  init(output: String) { path = Configuration.join(output, SharedFolder.notesFolder + "/records") }

  /// The file of a shard.
  func file(of shard: Shard) -> String { "\(path)/\(shard.number)-of-\(shard.count)" }

  /// The files of all shards that have left one, in the order of their numbers.
  func files() -> [String] {
    let entries = (try? FileSystem.list(path)) ?? []
    let shards = entries.compactMap { entry -> Shard? in
      let parts = entry.name.split(separator: "-", omittingEmptySubsequences: false)
      guard entry.kind == .file, parts.count == 3, parts[1] == "of" else { return nil }
      return Shard("\(parts[0])/\(parts[2])")
    }
    return shards.sorted { ($0.count, $0.number) < ($1.count, $1.number) }.map(file(of:))
  }

  /// Begins the work of a shard: an earlier record of it no longer counts.
  ///
  /// - Throws: ``CommandFailure`` where others have left records of other work there.
  func begin(_ shard: Shard, _ work: ShardWork, _ catalog: ContentDigest) throws(CommandFailure) {
    for file in files() where file != self.file(of: shard) {
      guard let other = try? ShardFile(file: file) else { continue }
      if other.work.kind != work.kind {
        throw .configuration(
          "'\(file)' is a record of \(other.work.kind.name), and this shard makes \(work.kind.name); name another "
            + "output folder")
      }
      if other.catalogDigest != catalog {
        throw .configuration(
          "'\(file)' is a record of a run with another catalog; name another output folder, or remove '\(path)' first")
      }
    }
    do throws(FileError) {
      try FileSystem.createFolder(path)
      try Self.remove(file(of: shard))
    } catch {
      throw CommandFailure(error)
    }
  }

  private static func remove(_ record: String) throws(FileError) {
    for file in [record, ModelRecord.textFile(of: record)] where FileSystem.isThere(file) {
      try FileSystem.remove(file)
    }
  }

  /// Removes the records, and the folder around them when nothing else is in it.
  func remove() throws(FileError) {
    for file in files() { try Self.remove(file) }
    // A shard that was killed while it wrote its record has left a part of it.
    Leftovers.remove(from: path)
    let around = FileSystem.folder(of: path)
    for folder in [path, around] { try? FolderContent.remove(Array(folder.utf8), isFolder: true) }
  }
}
