import DocgenSupport

/// The tag of a locale at the end of a file's name: `guide/page.de.md`.
package struct NameSuffix {
  /// The path without the tag, with its ending: `guide/page.md`.
  package let path: String
  /// The tag as it is written.
  package let tag: Substring

  /// Takes a path apart; `nil` if no tag of a language stands before the ending.
  package init?(_ path: String) {
    let bytes = path.utf8
    guard let end = bytes.lastIndex(of: UInt8(ascii: ".")),
      let start = bytes[..<end].lastIndex(of: UInt8(ascii: ".")),
      !bytes[start...].contains(UInt8(ascii: "/"))
    else { return nil }
    let tag = path[bytes.index(after: start)..<end]
    let isAtStart = start == bytes.startIndex || bytes[bytes.index(before: start)] == UInt8(ascii: "/")
    guard !isAtStart, LanguageTag.isTag(tag) else { return nil }
    self.path = String(path[..<start] + path[end...])
    self.tag = tag
  }

  /// Whether a tag is that of a locale: case does not count, nor does `_` for `-`.
  package static func areEqual(_ tag: some StringProtocol, _ locale: some StringProtocol) -> Bool {
    tag.utf8.count == locale.utf8.count
      && zip(tag.utf8, locale.utf8).allSatisfy { folded($0) == folded($1) }
  }

  private static func folded(_ byte: UInt8) -> UInt8 {
    byte == UInt8(ascii: "_") ? UInt8(ascii: "-") : ASCIICase.lowercased(byte)
  }
}
