import DocgenMarkup
import DocgenSupport

/// The anchors of a page in one locale, as hashes of what all ways to write them have in common.
package struct AnchorTable: Sendable {
  /// In no order; each may be there several times.
  package private(set) var hashes: [UInt64] = []
  /// The same, where there are many.
  private var set: Set<UInt64> = []
  /// What a page has among its hashes that shows what is not read with it: nobody can tell which anchors that has.
  package static let anyAnchor: UInt64 = 0

  /// Collects the names that the page gives itself, the anchors of its headings and those that titles give by rule.
  ///
  /// The anchors of the source's headings are good for translations, too, where the sections correspond.
  ///
  /// - Parameters:
  ///   - page: The page.
  ///   - source: The anchors of the page that it is a translation of.
  package init(_ page: LocalizedPage, source: AnchorTable? = nil) {
    var used: [UInt64: Int] = [:]
    let sections = page.facts.sections
    hashes.reserveCapacity(sections.count * 2 + 8)
    if page.anchorStyle.numbersEmpty {
      let title = page.facts.heading.map { page.anchorStyle.anchor(of: $0.value) } ?? ""
      if title.isEmpty, page.facts.heading != nil { add(page.anchorStyle.numbered(title, after: 1)) }
      used[Self.hash("")] = title.isEmpty && page.facts.heading != nil ? 2 : 1
    }
    for index in sections.indices {
      let anchor = sections[index].anchor
      let hash = Self.hash(anchor)
      hashes.append(hash)
      let count = used[hash, default: 0]
      used[hash] = count + 1
      if count > 0 { add(page.anchorStyle.numbered(anchor, after: count)) }
      if sections[index].hasExplicitAnchor { add(title: sections[index].title.value, of: page) }
      if page.anchorStyle.knowsWordAnchors { add(page.anchorStyle.wordAnchor(of: sections[index].title.value)) }
    }
    if let title = page.facts.heading { add(title: title.value, of: page) }
    if let id = page.facts.headingNode.flatMap({ page.document.headingID(of: $0) }) { add(id.value) }
    if page.anchorStyle.namesTerms {
      let anchors = NumberedAnchors(page)
      for anchor in anchors.sections + anchors.terms.map(\.anchor) { add(anchor) }
    }
    for node in page.document.nodes where node.kind == .element && node.payload >= 0 {
      for attribute in page.document.attributes(of: node)
      where attribute.name == "id" || (attribute.name == "name" && node.tag == .a) {
        add(attribute.value)
      }
    }
    if page.document.tokens.contains(where: { Self.bringsAnchors($0, page.document) }) { hashes.append(Self.anyAnchor) }
    if let source { hashes += source.hashes }
    if hashes.count > 64 { set = Set(hashes) }
  }

  /// Whether a token may show headings that do not stand in the page: a text from another file, or what nobody knows.
  private static func bringsAnchors(_ token: Token, _ document: Document) -> Bool {
    token.meaning.display == .include || !token.isKnown && token.role == .single && document.isBlock(token)
  }

  /// Adds the anchor that is made of a title; where that is done as most programs do, both have the same hash.
  private mutating func add(title: String, of page: LocalizedPage) { hashes.append(Self.hash(title: title, of: page)) }

  /// The hash of the anchor that a page makes of a title.
  static func hash(title: String, of page: LocalizedPage) -> UInt64 {
    hash(page.anchorStyle.isCommon ? title : page.anchorStyle.anchor(of: title))
  }

  private mutating func add(_ anchor: String) { hashes.append(Self.hash(anchor)) }

  /// Whether there is such an anchor.
  package func contains(_ anchor: String) -> Bool {
    let hash = Self.hash(anchor)
    return set.isEmpty ? hashes.contains(hash) : set.contains(hash)
  }

  /// The hash of the letters that have no case: punctuation beside them is left out of anchors.
  private static func hashOfLetters(_ anchor: String) -> UInt64 {
    var hash = FNVHash.offsetBasis
    for scalar in anchor.unicodeScalars where scalar.value > 0x2FF && scalar.properties.isAlphabetic {
      if scalar.properties.isCased { continue }
      hash = (hash ^ UInt64(scalar.value)) &* FNVHash.prime
    }
    return hash
  }

  /// The hash of an anchor, or of a title as the anchor that is made from it.
  ///
  /// Only letters and digits of ASCII, hyphens, underscores, spaces and letters of scripts without capitals count, so that
  /// both give the same.
  package static func hash(_ anchor: String) -> UInt64 {
    var anchor = anchor
    let letters = anchor.utf8.contains(where: Identifier.startsUncasedLetter) ? hashOfLetters(anchor) : 0
    return letters
      ^ anchor.withUTF8 { bytes in
        var hash = FNVHash.offsetBasis
        for byte in bytes {
          let counted: UInt8
          if Identifier.isNameByte(byte) {
            counted = ASCIICase.lowercased(byte)
          } else if byte == 0x20 || byte == UInt8(ascii: "-") {
            counted = UInt8(ascii: "-")
          } else {
            continue
          }
          hash = (hash ^ UInt64(counted)) &* FNVHash.prime
        }
        return hash
      }
  }
}
