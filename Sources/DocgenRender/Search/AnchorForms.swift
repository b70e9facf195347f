import DocgenSupport

/// How anchors are made of names, so that the search need not hold most of them: `parameter-hwnd-2` is `parameter-`, the name
/// in lower case, and a number.
struct AnchorForms: Sendable {
  /// How one anchor is told.
  enum Form: Equatable {
    /// There is none.
    case none
    /// By the index of what it starts with, and the number at its end; 0 for none.
    case made(prefix: Int, number: Int)
    /// It is none that a name makes.
    case full
  }

  /// What anchors start with before a name, in their order; the empty text is one of them.
  let prefixes: [String]
  private let indices: [String: Int]

  /// What fewer anchors start with is written in full.
  private static let leastUses = 8

  /// Takes the anchors of names.
  init(_ entries: [NameEntry]) {
    var uses: [String: Int] = [:]
    for entry in entries {
      guard let anchor = entry.anchor, let parts = Self.split(anchor, Array(entry.name.utf8)) else { continue }
      uses[String(decoding: parts.prefix, as: UTF8.self), default: 0] += 1
    }
    prefixes = uses.filter { $0.key.isEmpty || $0.value >= Self.leastUses }.keys.sorted()
    indices = Dictionary(uniqueKeysWithValues: zip(prefixes, 0...))
  }

  /// The form of the anchor of a name.
  func form(of anchor: String?, name: [UInt8]) -> Form {
    guard let anchor else { return .none }
    guard let parts = Self.split(anchor, name), let index = indices[String(decoding: parts.prefix, as: UTF8.self)]
    else { return .full }
    return .made(prefix: index, number: parts.number)
  }

  /// What an anchor has before the name and the number after it; `nil` if the name is not in it.
  private static func split(_ anchor: String, _ name: [UInt8]) -> (prefix: ArraySlice<UInt8>, number: Int)? {
    let bytes = Array(anchor.utf8)
    var end = bytes.count
    var number = 0
    if let hyphen = bytes.lastIndex(of: UInt8(ascii: "-")), hyphen + 1 < bytes.count, bytes.count - hyphen < 8,
      bytes[hyphen + 1] != UInt8(ascii: "0"),
      bytes[(hyphen + 1)...].allSatisfy({ (0x30...0x39).contains($0) }), !ends(bytes[...], with: name)
    {
      number = bytes[(hyphen + 1)...].reduce(0) { $0 * 10 + Int($1 - 0x30) }
      end = hyphen
    }
    let rest = bytes[..<end]
    guard ends(rest, with: name) else { return nil }
    return (rest.dropLast(name.count), number)
  }

  private static func ends(_ text: ArraySlice<UInt8>, with name: [UInt8]) -> Bool {
    guard text.count >= name.count, !name.isEmpty else { return false }
    return zip(text.suffix(name.count), name).allSatisfy { $0 < 0x80 && $0 == ASCIICase.lowercased($1) }
  }
}
