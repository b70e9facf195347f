import DocgenModel
import DocgenSupport

/// The shape of a text between two spaces.
struct LiteralShape {
  private let bytes: ArraySlice<UInt8>

  /// Which separators there are, so that texts are taken apart only where they have some.
  private let separators: Separators

  private struct Separators: OptionSet {
    let rawValue: UInt8
    static let hyphen = Separators(rawValue: 1)
    static let point = Separators(rawValue: 2)
    static let at = Separators(rawValue: 4)
    static let slash = Separators(rawValue: 8)
  }

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    var separators: Separators = []
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "-"): separators.insert(.hyphen)
      case UInt8(ascii: "."): separators.insert(.point)
      case UInt8(ascii: "@"): separators.insert(.at)
      case UInt8(ascii: "/"), UInt8(ascii: "\\"): separators.insert(.slash)
      default: continue
      }
    }
    self.separators = separators
  }

  private func has(_ separator: Separators) -> Bool { separators.contains(separator) }

  /// What the text is; `nil` for words and numbers of a language.
  var kind: ProseLiteral.Kind? {
    guard let first = bytes.first, bytes.count < 512 else { return nil }
    if has(.hyphen) && isGroupedIdentifier || separators.isEmpty && isDigest { return .identifier }
    if has(.at), isMail { return .mail }
    if has(.slash), isPath(first) { return .path }
    if isOption(first) { return .option }
    if isSharp { return .sharp }
    if has(.hyphen), isLocale { return .locale }
    if has(.hyphen), isCompound { return isCommand ? .command : .compound }
    return has(.point) && isDotted ? .dotted : nil
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) || byte >= 0x80 }
  private static func isCapital(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
  private static func isSmall(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) || byte >= 0x80 }
  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  static func isHex(_ byte: UInt8) -> Bool { isDigit(byte) || (0x61...0x66).contains(byte | 0x20) }

  private func parts(_ separator: UInt8) -> [ArraySlice<UInt8>] {
    bytes.split(separator: separator, omittingEmptySubsequences: false)
  }

  /// Five groups of hexadecimal digits, perhaps in braces, as damage leaves them: of any length.
  private var isGroupedIdentifier: Bool {
    guard bytes.count > 24 else { return false }
    var inner = bytes
    if inner.first == UInt8(ascii: "{") { inner = inner.dropFirst() }
    if inner.last == UInt8(ascii: "}") { inner = inner.dropLast() }
    let groups = inner.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    return groups.count == 5 && groups.allSatisfy { $0.count > 1 && $0.allSatisfy(Self.isHex) }
  }

  /// No digest has fewer digits.
  static let shortestDigest = 12

  private var isDigest: Bool {
    bytes.count >= Self.shortestDigest && bytes.allSatisfy(Self.isHex) && bytes.contains(where: Self.isDigit)
      && bytes.contains(where: Self.isLetter) && !bytes.dropFirst(1).allSatisfy(Self.isDigit)
  }

  private var isMail: Bool {
    let sides = parts(UInt8(ascii: "@"))
    return sides.count == 2 && sides.allSatisfy { $0.count > 1 } && sides[1].dropFirst().contains(UInt8(ascii: "."))
      && sides[0].allSatisfy { Self.isLetter($0) || Self.isDigit($0) || "._-+".utf8.contains($0) }
  }

  /// A path with backslashes between names, or one with slashes that begins at a root.
  private func isPath(_ first: UInt8) -> Bool {
    // A path over the network begins with two.
    let share = [UInt8](repeating: UInt8(ascii: "\\"), count: 2)
    let backslashes = (bytes.starts(with: share) ? bytes.dropFirst(2) : bytes)
      .split(separator: UInt8(ascii: "\\"), omittingEmptySubsequences: false)
    if backslashes.count > 1 {
      // A backslash between two words is one for "or".
      if backslashes.count == 2, bytes.allSatisfy({ (0x61...0x7A).contains($0) || $0 == UInt8(ascii: "\\") }) {
        return false
      }
      return backslashes.filter { $0.count > 1 && $0.contains(where: Self.isLetter) }.count > 1
        && backslashes.dropLast().allSatisfy { !$0.isEmpty }
    }
    let isRooted = first == UInt8(ascii: "/") || bytes.starts(with: "~/".utf8)
    guard isRooted, bytes.count > 4 else { return false }
    let names = parts(UInt8(ascii: "/")).dropFirst()
    return names.count > 1 && names.allSatisfy { !$0.isEmpty && !$0.contains(UInt8(ascii: ",")) }
      && names.contains { $0.contains(where: Self.isLetter) }
  }

  /// `-Path`, `--save-dev`, `--output=file`
  private func isOption(_ first: UInt8) -> Bool {
    guard first == UInt8(ascii: "-") else { return false }
    let name = bytes.drop { $0 == UInt8(ascii: "-") }
    // A word between two hyphens is one for readers: `-or-`.
    return bytes.count - name.count <= 2 && name.count > 1 && Self.isLetter(name[name.startIndex])
      && name.last != UInt8(ascii: "-")
      && name.allSatisfy { Self.isLetter($0) || Self.isDigit($0) || "-_=.:".utf8.contains($0) }
  }

  /// `C#`, `F#`, `C++`
  private var isSharp: Bool {
    let name = bytes.prefix { Self.isCapital($0) }
    let rest = bytes.dropFirst(name.count)
    return (1...2).contains(name.count) && (rest.elementsEqual("#".utf8) || rest.elementsEqual("++".utf8))
  }

  /// A language in small letters and a region in capitals: `en-US`.
  private var isLocale: Bool {
    let parts = parts(UInt8(ascii: "-"))
    return parts.count == 2 && (2...3).contains(parts[0].count) && parts[1].count == 2
      && parts[0].allSatisfy { (0x61...0x7A).contains($0) } && parts[1].allSatisfy(Self.isCapital)
  }

  /// A word and another of letters and digits, each with a capital: `New-Alias`.
  private var isCompound: Bool {
    let parts = parts(UInt8(ascii: "-"))
    return parts.count == 2 && parts.allSatisfy { $0.count > 2 && Self.isCapital($0[$0.startIndex]) }
      && parts[0].dropFirst().allSatisfy(Self.isSmall)
      && parts[1].allSatisfy { Self.isLetter($0) || Self.isDigit($0) }
  }

  /// The second of two words is made of several: `Get-StoreUser`.
  private var isCommand: Bool {
    let noun = parts(UInt8(ascii: "-"))[1]
    return zip(noun, noun.dropFirst()).contains { Self.isSmall($0) && Self.isCapital($1) }
  }

  /// Names with a point between, none of which ends a sentence: `web.config`, `System.String`.
  private var isDotted: Bool {
    let parts = parts(UInt8(ascii: "."))
    guard parts.count > 1, parts.allSatisfy({ Self.isNamePart($0) }) else { return false }
    // A space may be missing after a sentence: `end.Next`.
    if parts.count == 2, let next = parts[1].first, Self.isCapital(next),
      parts[1].dropFirst().allSatisfy(Self.isSmall), parts[0].dropFirst().allSatisfy(Self.isSmall)
    {
      return false
    }
    return true
  }

  private static func isNamePart(_ part: ArraySlice<UInt8>) -> Bool {
    part.count > 1 && part.contains(where: isLetter)
      && part.allSatisfy { isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-") }
  }
}
