import DocgenModel
import DocgenSupport
import DocgenTestSupport
import Testing

/// A file that holds one fence, with its info string, as a page does.
struct SignatureFixture: Sendable, CustomTestStringConvertible {
  static let folder = Snapshot.fixtures(for: #filePath) + "/signatures"

  static let all: [SignatureFixture] = {
    let entries = (try? FileSystem.list(folder)) ?? []
    return entries.map(\.name).filter { $0.hasSuffix(".txt") }.sorted().compactMap { SignatureFixture(file: $0) }
  }()

  let name: String
  let bytes: [UInt8]
  let infoString: String
  /// Where the content of the fence stands.
  let content: Range<Int>

  var testDescription: String { name }

  init?(file: String) {
    guard let bytes = try? FileSystem.read("\(Self.folder)/\(file)"), let first = bytes.firstIndex(of: 0x0A),
      let last = bytes.lastIndex(of: UInt8(ascii: "`")), last - 2 > first
    else { return nil }
    self.name = String(file.dropLast(4))
    self.bytes = bytes
    self.infoString = String(decoding: bytes[3..<first], as: UTF8.self)
    self.content = first + 1..<last - 2
  }

  func parse() -> Signature {
    bytes.withUnsafeBufferPointer { buffer in
      Signature.parse(
        UnsafeBufferPointer(rebasing: buffer[content]), infoString: infoString, baseOffset: Int32(content.lowerBound))
    }
  }
}

extension Signature {
  /// Reads a text without a file around it.
  static func parse(_ text: String, infoString: String = "") -> Signature {
    var text = text
    return text.withUTF8 { Signature.parse($0, infoString: infoString) }
  }
}
