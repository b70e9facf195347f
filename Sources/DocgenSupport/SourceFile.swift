import Glibc

/// The bytes of one file, with the name that diagnostics give it.
public struct SourceFile: Sendable {
  /// The path relative to the content directory (`de/HyperV_v2/cim-job-killjob.md`).
  public let path: String
  /// The content as valid UTF-8; see ``hasEncodingErrors``.
  public let bytes: [UInt8]
  /// The file was not valid UTF-8, or held NUL bytes; see ``UTF8Validation/repaired(_:)``.
  public let hasEncodingErrors: Bool
  /// The content as it was read, before any repair.
  public let originalBytes: [UInt8]

  /// Takes the bytes as they are when they are valid UTF-8, else repairs them.
  ///
  /// - Complexity: O(*n*) in the number of bytes; valid input is not copied.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    originalBytes = bytes
    if UTF8Validation.isValid(bytes), !Self.holdsNUL(bytes) {
      self.bytes = bytes
      self.hasEncodingErrors = false
    } else {
      self.bytes = UTF8Validation.repaired(bytes)
      self.hasEncodingErrors = true
    }
  }

  private static func holdsNUL(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress else { return false }
      return memchr(base, 0, buffer.count) != nil
    }
  }

  /// The text of a span.
  public func text(_ span: SourceSpan) -> String {
    String(decoding: bytes[span.range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }
}
