import DocgenSupport

/// How far a page's parameter list and the parameters that its own signature declares agree.
package struct ParameterAgreement: Sendable {
  /// Declared parameters that the list does not describe, in the order of the signatures.
  package private(set) var undescribed: [Located<String>] = []
  /// Entries of the list that no signature declares, by their indices.
  package private(set) var undeclared: [Int] = []

  /// Whether neither has what the other lacks.
  package var isComplete: Bool { undescribed.isEmpty && undeclared.isEmpty }

  /// Compares the list with the signatures; `nil` if the page has no list, or no signature that was understood of
  /// something that is called.
  ///
  /// An entry may describe several parameters at once (`lpszA, lpszB`). One that stands in the place of a parameter without
  /// a name (`HWND`, or an argument of a function that is shown as it is called) describes that one; where the signature
  /// is variadic, entries may describe what is passed for `...`. Parameters of templates and of members do not count.
  ///
  /// - Parameters:
  ///   - facts: What the page states.
  ///   - includesMessages: Messages count, whose signature shows two parameters and whose list may describe the window, too.
  package init?(_ facts: PageFacts, includesMessages: Bool = false) {
    let own = facts.parameters.indices.filter {
      facts.parameters[$0].owner == nil && !facts.parameters[$0].isOfTemplate
    }
    guard !own.isEmpty else { return nil }
    let declarations = facts.signatures.compactMap(\.signature).filter(\.language.namesAllParameters)
      .flatMap(\.declarations).filter { Self.counts($0, includesMessages: includesMessages) }
    guard !declarations.isEmpty else { return nil }
    let entries = own.map { Self.names(in: facts.parameters[$0].name.value) }
    let described = Set(entries.joined())
    var declared: Set<[UInt8]> = []
    for name in declarations.flatMap(\.parameters).filter({ !$0.isVariadic }).compactMap(\.name) {
      let names = Self.names(in: name.value)
      guard declared.insert(names[0]).inserted else { continue }
      declared.formUnion(names)
      if described.isDisjoint(with: names) { undescribed.append(name) }
    }
    if declarations.contains(where: { $0.parameters.contains(where: \.isVariadic) }) { return }
    var unknown = entries.indices.filter { declared.isDisjoint(with: entries[$0]) }
    for declaration in declarations where !unknown.isEmpty && declaration.parameters.contains(where: { $0.name == nil })
    {
      let explained = Self.placesWithoutName(declaration.parameters, entries)
      unknown.removeAll { explained.contains($0) }
    }
    undeclared = unknown.map { own[$0] }
  }

  /// Whether a page lists the parameters of a declaration: those of a class make an object of it.
  private static func counts(_ declaration: Declaration, includesMessages: Bool) -> Bool {
    switch declaration.kind {
    case .message: includesMessages
    case .class, .structure: !declaration.parameters.isEmpty
    default: declaration.isCallable
    }
  }

  /// The entries that stand where the signature has a parameter without a name.
  private static func placesWithoutName(_ parameters: [ParameterDeclaration], _ entries: [[[UInt8]]]) -> Set<Int> {
    let names = parameters.map { $0.name.map { Self.names(in: $0.value) } }
    var places: [[UInt8]: Int] = [:]
    for (place, list) in names.enumerated() {
      for name in list ?? [] where places[name] == nil { places[name] = place }
    }
    var result: Set<Int> = []
    var next = 0
    for (index, entry) in entries.enumerated() {
      if let place = entry.compactMap({ places[$0] }).min() {
        next = place + 1
      } else if next < names.count, names[next] == nil {
        result.insert(index)
        next += 1
      }
    }
    return result
  }

  /// The names in an entry, which may describe several parameters: the whole first, then its parts.
  private static func names(in text: String) -> [[UInt8]] {
    let parts = text.utf8.split { $0 == UInt8(ascii: ",") || $0 == 0x20 || $0 == UInt8(ascii: "/") }
    return [folded(text.utf8)] + (parts.count > 1 ? parts.map { folded($0) }.filter { !$0.isEmpty } : [])
  }

  /// A name as it counts in a comparison: without case and the marks that lists put around it.
  private static func folded(_ name: some Sequence<UInt8>) -> [UInt8] {
    name.filter { Identifier.isNameByte($0) }.map { ASCIICase.lowercased($0) }
  }
}
