import DocgenModel
import DocgenSupport

/// The facts of the source that stand in place of those that a translation changed.
///
/// Facts are taken from the source only where the lists of both pages plainly correspond: as many entries, and none
/// that stands in another place of the other's.
struct FactCorrections {
  private let page: PageFacts
  private let source: PageFacts?
  private let hasSameParameters: Bool
  private let hasSameMembers: Bool
  private let hasSameReturnCodes: Bool

  /// Takes a page and its source; without one, all facts are the page's own.
  init(_ page: PageFacts, source: PageFacts?) {
    self.page = page
    self.source = source
    hasSameParameters = Self.correspond(page.parameters, source?.parameters) { $0.name.value }
    hasSameMembers = Self.correspond(page.members, source?.members) { $0.name.value }
    hasSameReturnCodes = Self.correspond(page.returnCodes, source?.returnCodes) { code in
      code.isSymbolic ? code.name?.value ?? "" : code.value?.value ?? ""
    }
  }

  /// The kinds of facts that could be compared with the source's, one by one, as keys of the interface's strings.
  var comparedKinds: [String] {
    guard let source else { return [] }
    let hasSignature = page.codeBlocks.contains { $0.signature != nil }
    let kinds = [
      ("signature", hasSignature && source.codeBlocks.count == page.codeBlocks.count),
      ("parameters", hasSameParameters && !page.parameters.isEmpty),
      ("return-codes", hasSameReturnCodes && !page.returnCodes.isEmpty),
      ("members", hasSameMembers && !page.members.isEmpty),
      ("requirements", source.requirements.count == page.requirements.count && !page.requirements.isEmpty),
    ]
    return kinds.filter(\.1).map(\.0)
  }

  private static func correspond<Fact>(
    _ facts: [Fact], _ others: [Fact]?, by name: (Fact) -> String
  ) -> Bool {
    guard let others, facts.count == others.count else { return false }
    var places: [String: Int] = [:]
    for (index, other) in others.enumerated() { places[name(other)] = places[name(other)] ?? index }
    return facts.indices.allSatisfy { index in
      name(facts[index]) == name(others[index]) || places[name(facts[index])] == nil
    }
  }

  private static func changed(_ own: String?, _ other: String?) -> String? { own == other ? nil : other }

  /// The name of a parameter in the source, where it is another.
  func parameterName(_ index: Int) -> String? {
    guard hasSameParameters else { return nil }
    return Self.changed(page.parameters[index].name.value, source?.parameters[index].name.value)
  }

  /// The directions of a parameter in the source, where the translation's words lost them.
  func direction(_ index: Int) -> ParameterDirection? {
    guard hasSameParameters, page.parameters[index].hasLostDirection else { return nil }
    return source?.parameters[index].direction
  }

  /// The name of a member in the source, where it is another.
  func memberName(_ index: Int) -> String? {
    guard hasSameMembers else { return nil }
    return Self.changed(page.members[index].name.value, source?.members[index].name.value)
  }

  /// The type of a member in the source, where the page states another one.
  func dataType(_ index: Int) -> String? {
    guard hasSameMembers, let own = page.members[index].dataType?.value else { return nil }
    return Self.changed(own, source?.members[index].dataType?.value)
  }

  /// The symbolic name of a return code in the source, where it is another.
  func returnCodeName(_ index: Int) -> String? {
    guard hasSameReturnCodes, let other = source?.returnCodes[index], other.isSymbolic else { return nil }
    return Self.changed(page.returnCodes[index].name?.value, other.name?.value)
  }

  /// The value of a return code in the source, where it is another.
  func returnCodeValue(_ index: Int) -> String? {
    guard hasSameReturnCodes, page.returnCodes[index].value != nil else { return nil }
    return Self.changed(page.returnCodes[index].value?.value, source?.returnCodes[index].value?.value)
  }

  /// A value of a requirement with the file names of the source's in place of those that have other blanks or letters.
  func requirementValue(_ index: Int, _ position: Int) -> String? {
    let own = page.requirements[index]
    guard let source, let key = own.key else { return nil }
    let others = source.requirements.filter { $0.key == key }
    guard others.count == 1, others[0].values.count == own.values.count,
      page.requirements.count(where: { $0.key == key }) == 1
    else { return nil }
    let (value, other) = (own.values[position].value, others[0].values[position].value)
    // A name alone has no words of a language beside it.
    if Self.isFileName(other[...].utf8), !other.utf8.contains(0x20) { return Self.changed(value, other) }
    return Self.restored(value, from: other)
  }

  /// A text with the names of another in place of its own, where they differ in blanks and case alone; nothing where
  /// there is nothing to restore.
  static func restored(_ text: String, from other: String) -> String? {
    var bytes = Array(text.utf8)
    let names = other.utf8.split {
      $0 == 0x20 || $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: ")") || $0 == UInt8(ascii: ";")
        || $0 == UInt8(ascii: ",")
    }
    for name in names where isFileName(name) {
      guard let range = place(of: name, in: bytes), !bytes[range].elementsEqual(name) else { continue }
      bytes.replaceSubrange(range, with: name)
    }
    let result = String(decoding: bytes, as: UTF8.self)
    return result == text ? nil : result
  }

  /// A text with a name in place of what differs from it in blanks and case alone: `WM _ PAINT` with `WM_PAINT`.
  static func restoring(_ name: String, in text: String) -> String {
    var bytes = Array(text.utf8)
    guard !name.isEmpty, let range = place(of: name[...].utf8, in: bytes) else { return text }
    bytes.replaceSubrange(range, with: name.utf8)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A point or backslash between letters or digits.
  private static func isFileName(_ name: Substring.UTF8View) -> Bool {
    guard let mark = name.firstIndex(where: { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "\\") }) else {
      return false
    }
    return mark != name.startIndex && name.index(after: mark) != name.endIndex
      && name.contains { (0x41...0x5A).contains($0 & 0xDF) }
  }

  /// Where a name stands in a text, blanks within it and case left out of account.
  private static func place(of name: Substring.UTF8View, in text: [UInt8]) -> Range<Int>? {
    let name = name.map(ASCIICase.lowercased)
    for start in text.indices where ASCIICase.lowercased(text[start]) == name[0] {
      if start > 0, Identifier.isNameByte(text[start - 1]) { continue }
      var end = start
      var matched = 0
      while end < text.count, matched < name.count {
        if ASCIICase.lowercased(text[end]) == name[matched] {
          matched += 1
        } else if text[end] != 0x20 {
          break
        }
        end += 1
      }
      if matched == name.count, end == text.count || !Identifier.isNameByte(text[end]) { return start..<end }
    }
    return nil
  }

  /// The block of the source with the signature that another block changed.
  func signature(_ index: Int, _ page: LocalizedPage, _ sourcePage: LocalizedPage?) -> CodeBlock? {
    guard let source, let sourcePage, source.codeBlocks.count == self.page.codeBlocks.count,
      let own = self.page.codeBlocks[index].signature, let other = source.codeBlocks[index].signature
    else { return nil }
    let isEqual =
      own.tokens.count == other.tokens.count
      && zip(own.tokens, other.tokens).allSatisfy { left, right in
        page.source.bytes[left.span.range].elementsEqual(sourcePage.source.bytes[right.span.range])
      }
    return isEqual ? nil : source.codeBlocks[index]
  }
}
