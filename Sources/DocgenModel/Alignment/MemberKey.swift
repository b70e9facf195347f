import DocgenSupport

/// What tells a member from others when lists are aligned, hashed once since each is compared with many.
struct MemberKey {
  private var name: UInt64
  /// The letters and digits of the name, in lower case.
  private var folded: UInt64
  private var value: UInt64?
  private var role: SectionRole

  private init(_ member: Member) {
    name = FNVHash.hash(member.name.value.utf8)
    folded = FNVHash.offsetBasis
    for byte in member.name.value.utf8 where byte != UInt8(ascii: "_") && (Identifier.isNameByte(byte) || byte >= 0x80)
    {
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
    return members.map(MemberKey.init)
  }

  /// Names keep their places; values and roles tell lists and entries apart whose names were translated.
  static func similarity(_ expected: MemberKey, _ actual: MemberKey) -> Similarity {
    if expected.name == actual.name { return .equal }
    if expected.folded == actual.folded { return .similar }
    if let value = expected.value, value == actual.value { return .similar }
    return expected.role == actual.role ? .different : .unrelated
  }
}
