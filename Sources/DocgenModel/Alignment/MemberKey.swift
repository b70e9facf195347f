import DocgenSupport

/// What tells a member from others when lists are aligned, hashed once since each is compared with many.
struct MemberKey {
  private var name: UInt64
  /// The letters, digits and operators of the name, in lower case.
  private var folded: UInt64
  private var value: UInt64?
  private var role: SectionRole
  /// The other page has the name as often: there it stands, wherever that is.
  private var isInBoth = false

  private init(_ member: Member) {
    name = FNVHash.hash(member.name.value.utf8)
    folded = FNVHash.offsetBasis
    for byte in member.name.value.utf8
    where byte != UInt8(ascii: "_") && (Identifier.isNameByte(byte) || byte >= 0x80 || Self.isOperator(byte)) {
      folded = (folded ^ UInt64(ASCIICase.lowercased(byte))) &* FNVHash.prime
    }
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
    let (own, others) = (counts(members), counts(other.members))
    return members.map { member in
      var key = MemberKey(member)
      key.isInBoth = own[key.name] == others[key.name]
      return key
    }
  }

  private static func counts(_ members: [Member]) -> [UInt64: Int] {
    var counts: [UInt64: Int] = [:]
    for member in members { counts[FNVHash.hash(member.name.value.utf8), default: 0] += 1 }
    return counts
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

  /// Names keep their places; values and roles tell lists and entries apart whose names were translated.
  static func similarity(_ expected: MemberKey, _ actual: MemberKey) -> Similarity {
    if expected.name == actual.name { return .equal }
    if expected.isInBoth || actual.isInBoth { return .unrelated }
    if expected.folded == actual.folded { return .similar }
    if let value = expected.value, value == actual.value { return .similar }
    return expected.role == actual.role ? .different : .unrelated
  }
}
