import DocgenMarkup
import DocgenModel
import DocgenSupport

/// The tokens of a translation of which no dialect knows what they are for: those that it has as its source does, and those
/// that only one of both has.
///
/// What hardly any translation has as its source does is left out, or added, on purpose.
struct KeptTokens: Sendable {
  /// The hashes of those that both have.
  var kept: [UInt64] = []
  /// The hashes of those that one of both has.
  var changed: [UInt64] = []

  init() {}

  init(_ pair: TranslationPair, locale: String) {
    let (source, translation) = (pair.source, pair.translation)
    guard Self.mayHaveHabits(source) || Self.mayHaveHabits(translation) else { return }
    func add(_ number: Int, of page: LocalizedPage, to hashes: inout [UInt64]) {
      let token = page.document.tokens[number]
      guard Self.mayBeHabit(token, page) else { return }
      hashes.append(Self.hash(page.shortText(of: token), in: locale))
    }
    let alignment = pair.alignment.tokens
    for number in alignment.equal.keys.sorted() { add(number, of: source, to: &kept) }
    for difference in alignment.differences {
      switch (difference.source, difference.translation) {
      case (let number?, nil): add(number, of: source, to: &changed)
      case (nil, let number?): add(number, of: translation, to: &changed)
      default: break
      }
    }
  }

  private static func mayHaveHabits(_ page: LocalizedPage) -> Bool {
    page.document.tokens.contains { mayBeHabit($0, page) }
  }

  private static func mayBeHabit(_ token: Token, _ page: LocalizedPage) -> Bool {
    !token.isKnown && token.role != .end || page.document.isStatement(token)
  }

  /// The hash of a token in a locale.
  static func hash(_ text: String, in locale: String) -> UInt64 { FNVHash.hash((locale + " " + text).utf8) }
}

extension LocalizedPage {
  /// A token of the page on one line, which ends where it is long.
  func shortText(of token: Token) -> String {
    let bytes = source.bytes[token.span.range].split(whereSeparator: { $0 <= 0x20 }).joined(separator: [0x20])
    let text = String(decoding: Array(bytes), as: UTF8.self)
    return text.unicodeScalars.count <= 80
      ? text : String(String.UnicodeScalarView(text.unicodeScalars.prefix(79))) + "…"
  }
}
