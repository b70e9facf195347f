/// What names a finding across edits of its page: the fact it is about, and not the place.
///
/// Made of the rule, the page, the locale, the slot, and the source's value; where the source has none, of the value that
/// stands here. So a finding keeps its key when its page is edited elsewhere, and gets another when the source changes.
public struct DiagnosticKey: Hashable, Sendable {
  /// The parts as text, which no two different facts have in common.
  public let text: String

  /// Makes the key of a finding.
  public init(_ diagnostic: Diagnostic) {
    let parts = [
      diagnostic.rule, diagnostic.page, diagnostic.locale, diagnostic.slot ?? "",
      diagnostic.expected ?? diagnostic.actual ?? "",
    ]
    // No part holds a line end: values are normalised, and what is left is escaped.
    text = parts.map(Self.escaped).joined(separator: "\n")
  }

  /// 32 hexadecimal digits that stand for the key: FNV-1a of 128 bits, the same on every machine.
  ///
  /// Of several findings with the same key, the occurrence tells which it is, from 0.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  public func fingerprint(occurrence: Int = 0) -> String {
    var hash: UInt128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d
    func add(_ byte: UInt8) { hash = (hash ^ UInt128(byte)) &* 0x0000_0000_0100_0000_0000_0000_0000_013b }
    for byte in text.utf8 { add(byte) }
    if occurrence > 0 { for byte in "\n\(occurrence)".utf8 { add(byte) } }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 32 - digits.utf8.count) + digits
  }

  private static func escaped(_ part: String) -> String {
    guard part.utf8.contains(where: { $0 == 0x0A || $0 == UInt8(ascii: "\\") }) else { return part }
    var escaped = ""
    for scalar in part.unicodeScalars {
      switch scalar {
      case "\n": escaped += "\\n"
      case "\\": escaped += "\\\\"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}

/// Gives each of a row of findings a fingerprint of its own.
public struct Fingerprints {
  private var occurrences: [DiagnosticKey: Int] = [:]

  /// Starts a row.
  public init() {}

  /// The fingerprint of the next finding; those with equal keys are told apart by their order.
  public mutating func next(_ diagnostic: Diagnostic) -> String {
    let key = DiagnosticKey(diagnostic)
    let occurrence = occurrences[key, default: 0]
    occurrences[key] = occurrence + 1
    return key.fingerprint(occurrence: occurrence)
  }
}
