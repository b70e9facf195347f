import DocgenMarkup
import DocgenSupport

/// Tags of languages (BCP 47), as folders and files of translations are named by: `de`, `pt-BR`, `zh_Hans`.
package enum LanguageTag {
  /// The languages of `site/languages.yml`.
  private static let languages: Set<String> = {
    let node = YAMLReader.read(EmbeddedFiles.bytes("site/languages.yml") ?? []).root?["languages"]
    return Set((node?.items ?? []).compactMap { $0.text?.value })
  }()

  /// Whether a name is the tag of a language that is known, case aside.
  package static func isTag(_ name: some StringProtocol) -> Bool {
    let parts = Array(name.utf8).split(omittingEmptySubsequences: false) {
      $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
    }
    guard let first = parts.first, languages.contains(String(decoding: first, as: UTF8.self).lowercased()) else {
      return false
    }
    var position = 1
    // A script, a region and variants, in this order.
    if position < parts.count, parts[position].count == 4, parts[position].allSatisfy(isLetter) { position += 1 }
    if position < parts.count, isRegion(parts[position]) { position += 1 }
    return parts[position...].allSatisfy(isVariant)
  }

  private static func isRegion(_ part: ArraySlice<UInt8>) -> Bool {
    (part.count == 2 && part.allSatisfy(isLetter)) || (part.count == 3 && part.allSatisfy(isDigit))
  }

  private static func isVariant(_ part: ArraySlice<UInt8>) -> Bool {
    let startsWithDigit = part.first.map(isDigit) ?? false
    return (part.count >= (startsWithDigit ? 4 : 5)) && part.count <= 8
      && part.allSatisfy { isLetter($0) || isDigit($0) }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }
  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
