import DocgenSupport

/// What tells a member from others when lists are aligned, hashed once since each is compared with many.
struct MemberKey {
  private var name: UInt64
  /// The letters, digits and operators of the name, in lower case.
  private var folded: UInt64
  /// The operator at an end of the name, which no language translates: `opérateur ==`; 0 for none.
  private var sign: UInt64
  private var value: UInt64?
  private var role: SectionRole
  /// The other page has the name as often: there it stands, wherever that is.
  private var isInBoth = false
  /// The other page has the name as often but for its case and spaces.
  private var isFoldedInBoth = false
  /// Both pages have the operator once.
  private var isSignInBoth = false

  private init(_ member: Member) {
    name = FNVHash.hash(member.name.value.utf8)
    folded = FNVHash.offsetBasis
    for byte in member.name.value.utf8
    where byte != UInt8(ascii: "_") && (Identifier.isNameByte(byte) || byte >= 0x80 || Self.isOperator(byte)) {
      folded = (folded ^ UInt64(ASCIICase.lowercased(byte))) &* FNVHash.prime
    }
    sign = Self.sign(of: Array(member.name.value.utf8))
    value = member.value.map { FNVHash.hash($0.value.utf8) }
    role = member.role
  }

  /// The members of a page; none where the page beside it has none that were read, so that nothing can be compared.
  ///
  /// Lists that stand before any section are read by the kind of the page, which only one language may tell.
  static func keys(of page: PageFacts, beside other: PageFacts) -> [MemberKey] {
    let members = page.members
    if other.members.isEmpty, let first = members.first, first.node < page.sections.first?.heading ?? .max {
      return []
    }
    var keys = members.map(MemberKey.init)
    // Equal lists are aligned by their names.
    if members.count == other.members.count, zip(members, other.members).allSatisfy({ $0.name.value == $1.name.value })
    {
      return keys
    }
    let others = other.members.map(MemberKey.init)
    let names = (counts(keys, \.name), counts(others, \.name))
    let folded = (counts(keys, \.folded), counts(others, \.folded))
    let signs = (counts(keys, \.sign), counts(others, \.sign))
    for index in keys.indices {
      let key = keys[index]
      keys[index].isInBoth = names.0[key.name] == names.1[key.name]
      keys[index].isFoldedInBoth = folded.0[key.folded] == folded.1[key.folded]
      keys[index].isSignInBoth = key.sign != 0 && signs.0[key.sign] == 1 && signs.1[key.sign] == 1
    }
    return keys
  }

  private static func counts(_ keys: [MemberKey], _ part: KeyPath<MemberKey, UInt64>) -> [UInt64: Int] {
    var counts: [UInt64: Int] = [:]
    for key in keys { counts[key[keyPath: part], default: 0] += 1 }
    return counts
  }

  /// The hash of the operator that a name ends with, or else begins with: of `operator +=`, `Operator + =` and
  /// `>d’opérateur`.
  private static func sign(of name: [UInt8]) -> UInt64 {
    func isPart(_ byte: UInt8) -> Bool { isOperator(byte) || byte == 0x20 }
    func hash(_ part: some Sequence<UInt8>) -> UInt64 {
      var hash: UInt64 = 0
      for byte in part where byte != 0x20 {
        hash = ((hash == 0 ? FNVHash.offsetBasis : hash) ^ UInt64(byte)) &* FNVHash.prime
      }
      return hash
    }
    let end = name.suffix(while: isPart)
    guard end.count < name.count else { return 0 }
    let sign = hash(end)
    return sign != 0 ? sign : hash(name.prefix(while: isPart))
  }

  /// `operator-` and `operator--` are others.
  private static func isOperator(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "/"), UInt8(ascii: "%"),
      UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "="), UInt8(ascii: "!"), UInt8(ascii: "&"),
      UInt8(ascii: "|"), UInt8(ascii: "^"), UInt8(ascii: "~"):
      true
    default: false
    }
  }

  /// Names keep their places; values, operators and roles tell lists and entries apart whose names were translated.
  static func similarity(_ expected: MemberKey, _ actual: MemberKey) -> Similarity {
    if expected.name == actual.name { return .equal }
    if expected.isInBoth || actual.isInBoth { return .unrelated }
    if expected.folded == actual.folded { return .similar }
    if expected.isFoldedInBoth || actual.isFoldedInBoth { return .unrelated }
    if let value = expected.value, value == actual.value { return .similar }
    if expected.sign != actual.sign, expected.isSignInBoth || actual.isSignInBoth { return .unrelated }
    if expected.isSignInBoth, expected.role == actual.role { return .similar }
    return expected.role == actual.role ? .different : .unrelated
  }
}

extension Array {
  /// The elements at the end that all fulfil a condition.
  fileprivate func suffix(while isWanted: (Element) -> Bool) -> ArraySlice<Element> {
    self[(lastIndex { !isWanted($0) }.map { $0 + 1 } ?? startIndex)...]
  }
}
