import DocgenMarkup
import DocgenSupport

/// A name of the source that stands in a translation with whitespace within, as typography and programs put it there.
package struct TornName: Sendable {
  /// The whole name in the translation.
  package var place: SourceSpan
  /// The name as the source's file has it.
  package var name: Located<String>
  /// Takes the whitespace out; writes the name where its case differs, too.
  package var restoration: Restoration?
  /// Only whitespace was put in.
  package var isOfWhitespaceAlone: Bool

  /// It is a range of numbers: `4097..32767`.
  package var isRange: Bool { name.value.utf8.first.map { (0x30...0x39).contains($0) } ?? false }
}

extension TornName {
  /// The torn names of a page, in the order of the file, whatever their layout: titles and descriptions as well as text.
  ///
  /// Code blocks are compared as a whole, and hold none.
  ///
  /// - Complexity: O(*n*) in the bytes of both pages.
  static func all(in translation: LocalizedPage, beside source: LocalizedPage) -> [TornName] {
    translation.source.bytes.withUnsafeBufferPointer { bytes in
      var candidates: [NameChain] = []
      NameChain.read(bytes, in: 0..<bytes.count, allowsSpaces: true) { chain in
        if chain.isTorn(chain.parts.indices) { candidates.append(chain) }
      }
      candidates = withoutPartsOfOne(candidates)
      if candidates.isEmpty { return [] }
      var wanted: Set<UInt64> = []
      for chain in candidates { chain.forEachTorn { wanted.insert(chain.hash(of: $0, in: bytes)) } }
      return source.source.bytes.withUnsafeBufferPointer { sourceBytes in
        let blocks = source.document.nodes.lazy.filter { $0.kind == .codeBlock }.map(\.span)
        let names = JoinedNames(sourceBytes, among: wanted, code: CoveredPlaces(blocks))
        if names.isEmpty { return [] }
        let search = Search(bytes, sourceBytes, names)
        let found = candidates.flatMap(search.names)
        if found.isEmpty { return [] }
        let code = translation.document.nodes.lazy.filter { $0.kind == .codeBlock }.map(\.span).sorted {
          $0.start < $1.start
        }
        return found.filter { name in
          let next = code.partitioningIndex { $0.end > name.place.start }
          return (next == code.count || code[next].start >= name.place.end)
            && !isBeginning(name.place, in: translation.source.bytes, beside: source.source.bytes)
        }
      }
    }
  }

  /// The chains without those that follow each other with nothing but whitespace between: what is put right of one name may
  /// leave the rest of a longer one.
  private static func withoutPartsOfOne(_ chains: [NameChain]) -> [NameChain] {
    chains.indices.filter { index in
      !(index > 0 && chains[index - 1].touches(chains[index]))
        && !(index + 1 < chains.count && chains[index].touches(chains[index + 1]))
    }.map { chains[$0] }
  }

  /// Looks for the names of a source in chains of a translation.
  private struct Search {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let sourceBytes: UnsafeBufferPointer<UInt8>
    private let names: JoinedNames
    /// The hashes of what the source itself has with whitespace within, as it stands.
    private let spaced: Set<UInt64>

    init(_ bytes: UnsafeBufferPointer<UInt8>, _ sourceBytes: UnsafeBufferPointer<UInt8>, _ names: JoinedNames) {
      self.bytes = bytes
      self.sourceBytes = sourceBytes
      self.names = names
      var spaced: Set<UInt64> = []
      NameChain.read(sourceBytes, in: 0..<sourceBytes.count, allowsSpaces: true) { chain in
        chain.forEachTorn { spaced.insert(FNVHash.hash(sourceBytes[chain.place(of: $0)])) }
      }
      self.spaced = spaced
    }

    /// The longest names that parts of a chain are.
    func names(in chain: NameChain) -> [TornName] {
      var result: [TornName] = []
      var first = 0
      while first < chain.parts.count {
        defer { first += 1 }
        guard chain.parts[first].isWord else { continue }
        for last in (first..<chain.parts.count).reversed() where chain.parts[last].isWord {
          let parts = first..<last + 1
          guard chain.isTorn(parts), let name = name(parts, of: chain) else { continue }
          result.append(name)
          first = last
          break
        }
      }
      return result
    }

    /// Whether whitespace stands on both sides of the dots of a range, as some write it.
    private func isSpacedRange(_ parts: Range<Int>, of chain: NameChain) -> Bool {
      let parts = chain.parts[parts]
      guard let first = parts.first, bytes[first.range].allSatisfy({ (0x30...0x39).contains($0) }) else { return false }
      return parts.dropFirst().first?.isAfterSpace == true && parts.last?.isAfterSpace == true
    }

    /// Whether two words may be the end of a sentence and the beginning of the next: a point, a space and a capital.
    private func areSentences(_ parts: Range<Int>, of chain: NameChain) -> Bool {
      let words = chain.parts[parts].filter(\.isWord)
      guard words.count == 2, let second = words.last, second.isAfterSpace else { return false }
      let gap = bytes[words[0].range.upperBound..<second.range.lowerBound]
      return gap.first == UInt8(ascii: ".")
        && gap.dropFirst().allSatisfy { $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: "_") }
        && (0x41...0x5A).contains(bytes[second.range.lowerBound])
    }

    private func name(_ parts: Range<Int>, of chain: NameChain) -> TornName? {
      let text = chain.text(of: parts, in: bytes)
      guard let name = names.name(text, in: sourceBytes), !isSpacedRange(parts, of: chain),
        !(names.isOfCode(text) && areSentences(parts, of: chain))
      else { return nil }
      let place = chain.place(of: parts)
      // What the source has with whitespace, too, is its own way.
      if spaced.contains(FNVHash.hash(bytes[place])) { return nil }
      let edits =
        name.isSame
        ? zip(chain.parts[parts], chain.parts[parts].dropFirst()).filter { $1.isAfterSpace }.map {
          TextEdit(SourceSpan($0.range.upperBound..<$1.range.lowerBound), [])
        } : [TextEdit(SourceSpan(place), Array(sourceBytes[name.span.range]))]
      return TornName(
        place: SourceSpan(place), name: Located(String(decoding: name.text, as: UTF8.self), at: name.span),
        restoration: Restoration(edits, isSafe: name.isSame), isOfWhitespaceAlone: name.isSame)
    }
  }
}

/// The names of a text that are made of several words without whitespace.
private struct JoinedNames {
  /// The places of the first of each, by the hashes of the names in lower case.
  private var places: [UInt64: SourceSpan] = [:]
  /// Those of each spelling, by its hash.
  private var spellings: [UInt64: SourceSpan] = [:]

  var isEmpty: Bool { places.isEmpty }

  /// The names that stand in code blocks alone, by their hashes in lower case.
  private var namesOfCode: Set<UInt64> = []

  /// Finds the names of a text whose hashes are wanted, with the code blocks of that text.
  init(_ bytes: UnsafeBufferPointer<UInt8>, among wanted: Set<UInt64>, code: CoveredPlaces) {
    var (places, spellings, namesOfCode) = (places, spellings, namesOfCode)
    NameChain.read(bytes, in: 0..<bytes.count, allowsSpaces: false) { chain in
      let all = chain.parts.indices
      let hash = chain.hash(of: all, in: bytes)
      guard wanted.contains(hash), let first = chain.parts.first, let last = chain.parts.last else { return }
      let span = SourceSpan(first.range.lowerBound..<last.range.upperBound)
      let text = chain.text(of: all, in: bytes)
      // Decimals are each language's own, but for ranges; a letter beside a point is an abbreviation: `e.g`.
      let hasLetter = text.contains { (0x61...0x7A).contains($0 | 0x20) }
      guard hasLetter ? !Self.isAbbreviation(chain) : Self.isRange(text) else { return }
      if !code.hold(span) { namesOfCode.remove(hash) } else if places[hash] == nil { namesOfCode.insert(hash) }
      if places[hash] == nil { places[hash] = span }
      let spelling = FNVHash.hash(text)
      if spellings[spelling] == nil { spellings[spelling] = span }
    }
    (self.places, self.spellings, self.namesOfCode) = (places, spellings, namesOfCode)
  }

  /// Whether a name of the text stands in its code blocks alone.
  func isOfCode(_ text: [UInt8]) -> Bool { namesOfCode.contains(FNVHash.hash(text.lazy.map(ASCIICase.lowercased))) }

  private static func isRange(_ text: [UInt8]) -> Bool {
    zip(text, text.dropFirst()).contains { $0 == UInt8(ascii: ".") && $1 == UInt8(ascii: ".") }
  }

  private static func isAbbreviation(_ chain: NameChain) -> Bool {
    chain.parts.filter(\.isWord).allSatisfy { $0.range.count == 1 }
  }

  /// The place of a name, and whether it has the same case; `nil` if the text has none. Words beside a point that differ in
  /// case are two sentences.
  func name(_ text: [UInt8], in bytes: UnsafeBufferPointer<UInt8>) -> (text: [UInt8], span: SourceSpan, isSame: Bool)? {
    guard let span = spellings[FNVHash.hash(text)] ?? places[FNVHash.hash(text.lazy.map(ASCIICase.lowercased))] else {
      return nil
    }
    var name: [UInt8]?
    NameChain.read(bytes, in: span.range, allowsSpaces: false) { name = $0.text(of: $0.parts.indices, in: bytes) }
    guard let name, ASCIICase.equal(name, text) else { return nil }
    let isSame = name == text
    return isSame || text.contains(UInt8(ascii: ":")) || text.contains(UInt8(ascii: "\\")) ? (name, span, isSame) : nil
  }
}
