import DocgenMarkup
import DocgenSupport

/// What the arguments of a page's tokens say, apart from the language of the page.
package struct TokenValues {
  /// The languages whose folders say nothing.
  private let languages: [[UInt8]]

  /// - Parameter languages: The language of the page, as tags of locales begin (`de`), and others that it may name.
  package init(languages: [String]) {
    self.languages = languages.filter { !$0.isEmpty }.map { Array($0.lowercased().utf8) }
  }

  /// The values of a page's tokens; those of a translation may name the folder of its source as well.
  package init(_ document: Document, translationOf source: Document? = nil) {
    self.init(languages: [document, source].compactMap { $0?.tokenSet?.language })
  }

  /// What an argument of a token says in any language.
  ///
  /// The folder of the page's language, and of its source's, is no part of a path. A statement says the same with other
  /// marks for its texts, from another folder, with other names of one module, and with or without a semicolon. Of a token that no dialect knows, the value tells whether it is
  /// text: words with spaces between them, a word with a capital as its first letter, and letters beyond ASCII are, unless
  /// they stand in code. All texts say the same.
  package func compared(_ value: String, of token: Token, in document: Document) -> String {
    let isStatement = document.isStatement(token)
    if !token.isKnown, Self.readsAsText(Array(value.utf8)) { return Self.text }
    guard value.utf8.contains(where: { $0 == UInt8(ascii: "/") || isStatement }) else { return value }
    var bytes = withoutLanguage(Array(value.utf8))
    if isStatement { bytes = Self.statement(bytes) }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let text = "\u{0}"

  private static func readsAsText(_ value: [UInt8]) -> Bool {
    var hasLetter = false
    var hasSpace = false
    for byte in value {
      if isOfCode(byte) { return false }
      if byte >= 0x80 { return true }
      if isLetter(byte) { hasLetter = true }
      if byte == 0x20 { hasSpace = true }
    }
    guard hasLetter, let first = value.first else { return false }
    return hasSpace || (0x41...0x5A).contains(first) && value.dropFirst().allSatisfy { (0x61...0x7A).contains($0) }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  private static let signsOfCode: [Bool] = {
    var signs = [Bool](repeating: false, count: 256)
    for byte in "{}[]()<>=;/\\$_@#|".utf8 { signs[Int(byte)] = true }
    return signs
  }()

  private static func isOfCode(_ byte: UInt8) -> Bool { signsOfCode[Int(byte)] }

  private func withoutLanguage(_ value: [UInt8]) -> [UInt8] {
    guard !languages.isEmpty else { return value }
    var result: [UInt8] = []
    result.reserveCapacity(value.count)
    var index = 0
    while index < value.count {
      let isStart = result.last.map { !Self.isOfSegment($0) } ?? true
      if isStart, let end = languages.lazy.compactMap({ Self.end(of: $0, in: value, at: index) }).first {
        index = end
      } else {
        result.append(value[index])
        index += 1
      }
    }
    return result
  }

  private static func isOfSegment(_ byte: UInt8) -> Bool {
    isLetter(byte) || (0x30...0x39).contains(byte) || byte >= 0x80 || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
  }

  /// Where what follows the segment of the language at an index starts; `nil` if there is none, or no path goes on.
  private static func end(of language: [UInt8], in value: [UInt8], at start: Int) -> Int? {
    guard start + language.count < value.count,
      zip(value[start...], language).allSatisfy({ ASCIICase.lowercased($0) == $1 })
    else { return nil }
    var end = start + language.count
    if value[end] == UInt8(ascii: "-") || value[end] == UInt8(ascii: "_") {
      let region = value[(end + 1)...].prefix { isLetter($0) || (0x30...0x39).contains($0) }
      guard (2...8).contains(region.count) else { return nil }
      end = region.endIndex
    }
    return end < value.count && value[end] == UInt8(ascii: "/") ? end + 1 : nil
  }

  private static func statement(_ value: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var index = 0
    while index < value.count {
      let byte = value[index]
      if byte <= 0x20 || byte == UInt8(ascii: ";") {
        index += 1
      } else if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "`") {
        result.append(UInt8(ascii: "\""))
        index += 1
      } else if byte == UInt8(ascii: "."), result.last == UInt8(ascii: "\"") || result.last == UInt8(ascii: "/") {
        // Steps to other folders: translations lie elsewhere than their sources.
        var end = index
        while end < value.count, value[end] == byte { end += 1 }
        if end < value.count, value[end] == UInt8(ascii: "/"), end - index <= 2 {
          index = end + 1
        } else {
          result += value[index..<end]
          index = end
        }
      } else {
        result.append(byte)
        index += 1
      }
    }
    return withoutBroughtIn(result)
  }

  /// A statement without the names that it brings in: each page has those that it uses, in any order.
  private static func withoutBroughtIn(_ statement: [UInt8]) -> [UInt8] {
    guard let open = statement.firstIndex(of: UInt8(ascii: "{")),
      let close = statement[open...].firstIndex(of: UInt8(ascii: "}")),
      statement[(close + 1)...].starts(with: "from\"".utf8)
    else { return statement }
    return Array(statement[...open] + statement[close...])
  }
}
