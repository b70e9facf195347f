import DocgenSupport
import Glibc

extension CostlyMarkup {
  /// Hides the brackets of links by reference once they have repeated more than they may of what they refer to.
  ///
  /// - Parameter starts: The offsets of brackets at the start of a line, after the marks of quotes and lists.
  mutating func limitReferences(_ starts: [Int]) {
    let definitions = definitions(at: starts)
    guard let largest = definitions.values.max() else { return }
    let limit = max(Limits.referenceBytes, bytes.count - (lines.starts.first ?? 0))
    guard count(UInt8(ascii: "]")) * largest > limit else { return }
    var expanded = 0
    forEachLabel { label, markup in
      guard let size = definitions[ReferenceLabel.folded(markup.bytes, label)] else { return }
      if expanded + size > limit {
        markup.hide(label.lowerBound - 1, for: .references)
      } else {
        expanded += size
      }
    }
  }

  func count(_ byte: UInt8) -> Int {
    guard let base = UnsafeRawPointer(bytes.baseAddress) else { return 0 }
    var count = 0
    var index = lines.starts.first ?? 0
    while index < bytes.count, let found = memchr(base + index, Int32(byte), bytes.count - index) {
      count += 1
      index = UnsafeRawPointer(found) - base + 1
    }
    return count
  }

  /// Calls a function with each range between brackets that may be the label of a reference.
  private mutating func forEachLabel(_ body: (Range<Int>, inout CostlyMarkup) -> Void) {
    var opening: Int?
    var index = lines.starts.first ?? 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "["): opening = index
      case UInt8(ascii: "]"):
        // A label holds no brackets.
        if let start = opening, index - start <= ReferenceLabel.longest { body(start + 1..<index, &self) }
        opening = nil
      default: break
      }
      index += 1
    }
  }

  // MARK: Definitions

  /// The bytes of address and title by label; of a label that stands twice, the larger.
  private func definitions(at starts: [Int]) -> [String: Int] {
    var sizes: [String: Int] = [:]
    for (number, start) in starts.enumerated() {
      guard let label = label(at: start) else { continue }
      let next = number + 1 < starts.count ? starts[number + 1] : bytes.count
      let size = size(from: label.upperBound + 2, next: next)
      sizes[ReferenceLabel.folded(bytes, label), default: 0].grow(to: size)
    }
    return sizes
  }

  /// The label before a `]:`.
  private func label(at start: Int) -> Range<Int>? {
    var index = start + 1
    let end = min(bytes.count - 1, start + ReferenceLabel.longest)
    while index < end {
      switch bytes[index] {
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "["): return nil
      case UInt8(ascii: "]"): return bytes[index + 1] == UInt8(ascii: ":") ? start + 1..<index : nil
      default: break
      }
      index += 1
    }
    return nil
  }

  /// The bytes of the address, and of a title where one follows.
  private func size(from start: Int, next: Int) -> Int {
    let address = skipWhitespace(start)
    var index = address
    while index < bytes.count, bytes[index] > 0x20 { index += 1 }
    let length = index - address
    let title = skipWhitespace(index)
    guard title < bytes.count, title < next else { return length }
    let close: UInt8
    switch bytes[title] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): close = bytes[title]
    case UInt8(ascii: "("): close = UInt8(ascii: ")")
    default: return length
    }
    index = title + 1
    while index < next, bytes[index] != close { index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1 }
    // A title that goes on beyond the next bracket at the start of a line is taken for as long as it can be.
    return index < next ? length + index - title : bytes.count - address
  }

  private func skipWhitespace(_ start: Int) -> Int {
    var index = start
    while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
    return index
  }
}

extension Int {
  fileprivate mutating func grow(to other: Int) { self = Swift.max(self, other) }
}

/// Labels of references, which are the same in upper and lower case and however their spaces are written.
enum ReferenceLabel {
  /// The bytes that the library reads as a label.
  static let longest = 1_001

  static func folded(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(range.count)
    var isASCII = true
    for index in range {
      let byte = bytes[index]
      if byte > 0x20 {
        text.append(ASCIICase.lowercased(byte))
        if byte >= 0x80 { isASCII = false }
      } else if let last = text.last, last != 0x20 {
        text.append(0x20)
      }
    }
    if text.last == 0x20 { text.removeLast() }
    let folded = String(decoding: text, as: UTF8.self)
    return isASCII ? folded : folded.uppercased().lowercased()
  }
}
