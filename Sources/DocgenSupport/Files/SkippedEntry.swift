/// What stands in a folder and is left out of it, and why.
public struct SkippedEntry: Hashable, Sendable {
  /// Why an entry is left out.
  public enum Reason: Hashable, Sendable {
    /// A link leads out of the project; with what it says.
    case outside(String)
    /// A link leads to a name that starts with a dot; with what it says.
    case hidden(String)
    /// A link leads to nothing; with what it says.
    case missing(String)
    /// A link leads in a circle; with what it says.
    case circle(String)
    /// A link leads to a folder around the content; with what it says.
    case above(String)
    /// The folder is listed under another name, which is given.
    case repeated(String)
    /// It is neither a file nor a folder, nor does a link lead to one.
    case special(FileType)
    /// The name is not UTF-8.
    case invalidName
    /// The path or the name is too long.
    case tooLong
    /// The folder lies in too many others.
    case tooDeep
  }

  /// The path below the folder that was walked through; bytes that are not UTF-8 are spelled out.
  public var path: String
  /// Why it is left out.
  public var reason: Reason

  /// Makes an entry of its parts.
  public init(path: String, reason: Reason) {
    self.path = path
    self.reason = reason
  }
}
