/// What makes a finding the same finding tomorrow: the fact that it is about, and not where it stands or how it is told.
///
/// Lines that move, another wording of the message or another damage of the same slot leave the key as it is; another
/// value in the source makes another key.
public struct FindingKey: Hashable, Sendable {
  /// The page's id, in lower case.
  public var page: String
  /// The locale that the finding is about.
  public var locale: String
  /// The name of the rule.
  public var rule: String
  /// What the finding is about where its value does not tell: the parameter whose direction differs, or else empty.
  public var slot: String
  /// The source's value; where the source has none, the translation's; empty where no values were compared.
  public var value: String
  /// Counts findings that are equal in all else, from 1, in the order of the page.
  public var ordinal: Int

  /// Makes a key of its parts.
  public init(page: String, locale: String, rule: String, slot: String = "", value: String = "", ordinal: Int = 1) {
    self.page = page
    self.locale = locale
    self.rule = rule
    self.slot = slot
    self.value = value
    self.ordinal = ordinal
  }

  /// The keys of findings, which are all of a run and in their total order.
  ///
  /// - Returns: One key for each finding, no two of them equal.
  /// - Complexity: O(*n*).
  public static func keys(of diagnostics: [Diagnostic]) -> [FindingKey] {
    var counts: [FindingKey: Int] = [:]
    return diagnostics.map { diagnostic in
      var key = FindingKey(
        page: diagnostic.page, locale: diagnostic.locale, rule: diagnostic.rule, slot: diagnostic.slot ?? "",
        value: diagnostic.expected ?? diagnostic.actual ?? "")
      let ordinal = counts[key, default: 0] + 1
      counts[key] = ordinal
      key.ordinal = ordinal
      return key
    }
  }

  /// The key as 32 hexadecimal digits, for formats that want a short name.
  public var fingerprint: String {
    // NUL parts them, for it stands in no page.
    let parts = [page, locale, rule, slot, value, String(ordinal)].flatMap { $0.utf8 + [0] }
    return Hexadecimal.string(HashFunction.sha256.digest(of: parts).prefix(16))
  }
}

extension FindingKey: Comparable {
  /// Whether a key comes before another: by page, locale, rule, slot, value and ordinal.
  public static func < (left: FindingKey, right: FindingKey) -> Bool {
    for part in [\FindingKey.page, \.locale, \.rule, \.slot, \.value] where left[keyPath: part] != right[keyPath: part]
    {
      return left[keyPath: part].utf8.lexicographicallyPrecedes(right[keyPath: part].utf8)
    }
    return left.ordinal < right.ordinal
  }
}
