import DocgenSupport

/// The docgen that made a file for other machines: its version, and which build of that it is.
struct ProgramIdentity: Equatable, Sendable {
  var version: String
  /// Tells the build from others; `nil` if the program could not read itself.
  var build: ContentDigest?

  /// The docgen that runs.
  static let current = ProgramIdentity(version: Version.current, build: ProgramBuild.digest)

  /// What tells another docgen from the one that runs, after "was made by"; `nil` if it is the same.
  var difference: String? {
    let current = Self.current
    if version != current.version { return "docgen \(version), and this is \(current.version)" }
    return build == current.build ? nil : "another build of docgen \(version) than this one"
  }
}

extension ProgramIdentity {
  /// Writes both.
  func write(to writer: inout StateWriter) {
    writer.write(version)
    writer.write(build != nil)
    writer.write(plain: build?.bytes ?? [])
  }

  /// Reads what was written.
  init(_ reader: inout StateReader) throws(StateReader.Damage) {
    version = try reader.text()
    build = try reader.flag() ? try reader.digest() : nil
  }
}
