/// Something wrong with a file that configures docgen, with its place.
public struct FileProblem: Hashable, Sendable, CustomStringConvertible {
  /// The path as a user would write it.
  public var path: String
  /// The first place to look at.
  public var position: SourcePosition
  /// What is wrong, and what to do.
  public var message: String

  /// Makes a problem of its parts.
  public init(path: String, position: SourcePosition, message: String) {
    self.path = path
    self.position = position
    self.message = message
  }

  /// The problem on one line: `site/config.yml:3:1: …`.
  public var description: String { "\(path):\(position.line):\(position.column): \(message)" }
}
