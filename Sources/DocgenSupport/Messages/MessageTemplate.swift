/// The parts of a message's template in their order: `the table has {1:# row|# rows}`.
public struct MessageTemplate: Sequence, IteratorProtocol {
  /// Words, or the place of an argument.
  public enum Part: Equatable {
    case words(ArraySlice<UInt8>)
    /// The argument by its number, from 1, with the forms that are chosen from by it; without any, it stands itself.
    case argument(Int, forms: [ArraySlice<UInt8>])
  }

  private let bytes: [UInt8]
  private var index = 0

  /// Takes a template apart.
  public init(_ template: String) {
    bytes = Array(template.utf8)
  }

  /// The next part; what is no placeholder is words.
  public mutating func next() -> Part? {
    guard index < bytes.count else { return nil }
    let start = index
    if isBrace(start) {
      // A brace written twice is one; a brace that opens nothing stands for itself.
      if index + 1 < bytes.count, bytes[index + 1] == bytes[index] {
        index += 2
        return .words(bytes[start + 1..<index])
      }
      if let argument = argument() { return argument }
      index += 1
    }
    while index < bytes.count, !isBrace(index) { index += 1 }
    return .words(bytes[start..<index])
  }

  private func isBrace(_ index: Int) -> Bool {
    bytes[index] == UInt8(ascii: "{") || bytes[index] == UInt8(ascii: "}")
  }

  private mutating func argument() -> Part? {
    guard bytes[index] == UInt8(ascii: "{"), let end = bytes[index...].firstIndex(of: UInt8(ascii: "}")) else {
      return nil
    }
    let content = bytes[index + 1..<end]
    let digits = content.prefix { (0x30...0x39).contains($0) }
    guard let number = Int(String(decoding: digits, as: UTF8.self)) else { return nil }
    var forms: [ArraySlice<UInt8>] = []
    if digits.endIndex < end {
      guard bytes[digits.endIndex] == UInt8(ascii: ":") else { return nil }
      forms = bytes[(digits.endIndex + 1)..<end].split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false)
    }
    index = end + 1
    return .argument(number, forms: forms)
  }
}
