import DocgenModel
import DocgenSupport

/// The records of all shards of one run, which fit together.
struct RecordSet {
  /// In the order of the shards.
  let records: [ShardFile]
  /// The paths of the records.
  let files: [String]
  let catalog: ProjectCatalog

  var work: ShardWork { records[0].work }

  /// Reads records.
  ///
  /// - Parameters:
  ///   - files: The files.
  ///   - folder: Where they were looked for, if they are not named.
  /// - Throws: All that keeps them from being merged, each with the file and what to do.
  init(_ files: [String], in folder: RecordFolder) throws(CommandFailure) {
    guard !files.isEmpty else {
      throw .configuration(
        "'\(folder.path)' holds no records; run 'docgen build', 'lint', 'export' or 'stats' with '--shard I/N --output "
          + "DIR' for each part first")
    }
    var problems: [String] = []
    var read: [(file: String, record: ShardFile)] = []
    for file in files {
      do throws(SealedFile.Failure) {
        read.append((file, try ShardFile(file: file)))
      } catch {
        problems.append(Self.problem(error, file))
      }
    }
    guard problems.isEmpty else { throw .problems(problems) }
    problems = Self.problems(read)
    guard problems.isEmpty else { throw .problems(problems) }
    read.sort { $0.record.shard.number < $1.record.shard.number }
    records = read.map(\.record)
    self.files = read.map(\.file)
    guard let catalog = try? ProjectCatalog(records[0].catalog), catalog.digest == records[0].catalogDigest else {
      throw .configuration("the record of the first shard holds another catalog than it names; run shard 1 again")
    }
    self.catalog = catalog
  }

  private static func problem(_ failure: SealedFile.Failure, _ file: String) -> String {
    switch failure {
    case .unreadable(let error): "\(error); bring the records of all shards together"
    case .other: "'\(file)' is no record of a shard; leave it out"
    case .otherForm: "'\(file)' was made by another version of docgen; run all shards with one version"
    case .damaged: "the record '\(file)' is damaged; run its shard again"
    }
  }

  /// What keeps records from being merged.
  private static func problems(_ read: [(file: String, record: ShardFile)]) -> [String] {
    guard let first = read.first else { return [] }
    let others = read.compactMap { other in
      difference(other.record, first.record).map {
        "'\(other.file)' \($0)".replacing("{first}", with: "'\(first.file)'")
      }
    }
    return others.isEmpty ? gaps(read, of: first.record.shard.count) : others
  }

  /// Why a record does not go with another one, which `{first}` stands for; `nil` if it does.
  private static func difference(_ record: ShardFile, _ other: ShardFile) -> String? {
    if let difference = record.program.difference {
      return "was made by \(difference); run all shards with one docgen"
    }
    if record.shard.count != other.shard.count {
      return "is of \(record.shard.count) shards, and {first} of \(other.shard.count); keep the records of one run"
    }
    if record.work.kind != other.work.kind {
      return "is a record of \(record.work.kind.name), and {first} of \(other.work.kind.name); merge each by itself"
    }
    if record.catalogDigest != other.catalogDigest {
      return "is of a run with another catalog than {first}; run all shards with one catalog"
    }
    if record.workDigest != other.workDigest {
      return "is of a run with another configuration or other options than {first}; run all shards with the same ones"
    }
    return nil
  }

  /// The shards that have more than one record, or none.
  private static func gaps(_ read: [(file: String, record: ShardFile)], of count: Int) -> [String] {
    var problems: [String] = []
    var files: [Int: String] = [:]
    for (file, record) in read {
      if let other = files[record.shard.number] {
        problems.append("'\(file)' and '\(other)' are both of shard \(record.shard); leave one of them out")
      }
      files[record.shard.number] = file
    }
    let missing = (1...count).filter { files[$0] == nil }
    guard !missing.isEmpty else { return problems }
    let named = missing.prefix(mostNamed).map { "\($0)/\(count)" }.joined(separator: ", ")
    let more = missing.count > mostNamed ? " and \(missing.count - mostNamed) more" : ""
    problems.append(
      "there is no record of shard \(named)\(more): it has not run, or not to its end; run it again and merge then")
    return problems
  }

  /// No more shards than these are named in a message.
  private static let mostNamed = 5
}
