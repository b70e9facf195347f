import Glibc

/// A file that could not be read, written or listed.
public struct FileError: Error, CustomStringConvertible, Sendable {
  /// What was tried, as it follows "cannot": `open`.
  public let operation: String
  /// The path as it was given.
  public let path: String
  /// The system's error number.
  public let code: Int32
  /// Why docgen does not do it, where the system would; `nil` if the system's words say why not.
  public let reason: String?

  /// Makes an error of a call that just failed, unless another number or a reason is given.
  public init(operation: String, path: String, code: Int32 = errno, reason: String? = nil) {
    self.operation = operation
    self.path = path
    self.code = code
    self.reason = reason
  }

  /// The error on one line, with docgen's reason or the system's own words.
  public var description: String { "cannot \(operation) '\(path)': \(reason ?? String(cString: strerror(code)))" }

  /// That a file is larger than a limit of whole megabytes.
  public static func tooLarge(_ path: String, limit: Int) -> FileError {
    FileError(operation: "read", path: path, code: EFBIG, reason: "it has more than \(limit >> 20) MB; split it")
  }

  /// Whether a file is larger than it may be.
  public var isTooLarge: Bool { code == EFBIG }
}
