import DocgenLint
import DocgenSupport

/// What a shard was asked to make, so that what is made of all shards is asked for once.
struct ShardWork: Equatable, Sendable {
  /// What is made.
  enum Kind: Int, Sendable {
    case site = 1
    case findings = 2
    case model = 3
    case statistics = 4

    /// As it is named in messages.
    var name: String {
      switch self {
      case .site: "a site"
      case .findings: "findings"
      case .model: "a model"
      case .statistics: "statistics"
      }
    }
  }

  /// How a model is written.
  struct Model: Equatable, Sendable {
    /// The name of the format.
    var format: String
    var hasSpans: Bool
    var isPretty: Bool
    /// The locale of an inventory, where the command line names it.
    var locale: String?
  }

  var kind: Kind
  var project: ProjectOptions
  /// The address of the site, where the command line gives one.
  var baseURL: String?
  /// The command line asks for quality pages.
  var showsQuality = false
  /// The names of the rules that run; `nil` for all that the configuration leaves on.
  var rules: [String]?
  /// Those of rules that do not run.
  var ignoredRules: [String] = []
  /// Where the history of the source is, where the command line says it.
  var sourceHistory: String?
  /// How a model is written; `nil` for other work.
  var model: Model?
}

extension ShardWork {
  /// The part that says what is made, wherever the project lies.
  var identity: [UInt8] {
    var writer = StateWriter()
    writeWork(to: &writer)
    return writer.bytes
  }

  private func writeWork(to writer: inout StateWriter) {
    writer.write(kind.rawValue)
    writer.write(baseURL)
    writer.write(showsQuality)
    writer.write(rules != nil)
    writer.write(rules ?? []) { $0.write($1) }
    writer.write(ignoredRules) { $0.write($1) }
    writer.write(sourceHistory)
    writer.write(model != nil)
    model?.write(to: &writer)
  }

  /// Writes all of it.
  func write(to writer: inout StateWriter) {
    writeWork(to: &writer)
    project.write(to: &writer)
  }

  /// Reads what was written.
  init(_ reader: inout StateReader) throws(StateReader.Damage) {
    guard let kind = Kind(rawValue: try reader.number()) else { throw StateReader.Damage() }
    self.kind = kind
    baseURL = try reader.optionalText()
    showsQuality = try reader.flag()
    let hasRules = try reader.flag()
    let names = try reader.list { reader throws(StateReader.Damage) in try reader.text() }
    rules = hasRules ? names : nil
    ignoredRules = try reader.list { reader throws(StateReader.Damage) in try reader.text() }
    sourceHistory = try reader.optionalText()
    model = try reader.flag() ? try Model(&reader) : nil
    project = try ProjectOptions(&reader)
  }
}

extension ShardWork.Model {
  fileprivate func write(to writer: inout StateWriter) {
    writer.write(format)
    writer.write(hasSpans)
    writer.write(isPretty)
    writer.write(locale)
  }

  fileprivate init(_ reader: inout StateReader) throws(StateReader.Damage) {
    format = try reader.text()
    hasSpans = try reader.flag()
    isPretty = try reader.flag()
    locale = try reader.optionalText()
  }
}
