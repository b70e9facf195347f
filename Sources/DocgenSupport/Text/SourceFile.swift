import Glibc

/// The bytes of one file, with the name that diagnostics give it.
public struct SourceFile: Sendable {
  /// The path relative to the content directory (`de/HyperV_v2/cim-job-killjob.md`).
  public let path: String
  /// The content as valid UTF-8, decoded where the file is something else.
  public let bytes: [UInt8]
  /// Why the file is not UTF-8, or holds NUL bytes, and where that shows first.
  public let encodingError: EncodingError?
  /// The content as it was read, before any repair.
  public let originalBytes: [UInt8]

  /// Whether the bytes are not those that were read.
  public var hasEncodingErrors: Bool { encodingError != nil }

  /// Whether enough of the text is known to say anything about it.
  public var isReadable: Bool { encodingError?.isReadable ?? true }

  /// Takes the bytes as they are when they are valid UTF-8, else decodes or repairs them.
  ///
  /// - Complexity: O(*n*) in the number of bytes; valid input is not copied.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    originalBytes = bytes
    if UTF8Validation.isValid(bytes), !Self.holdsNUL(bytes) {
      self.bytes = bytes
      encodingError = nil
    } else {
      (self.bytes, encodingError) = TextDecoder.decode(bytes)
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
