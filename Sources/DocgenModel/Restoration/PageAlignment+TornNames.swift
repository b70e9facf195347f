import DocgenSupport

extension PageAlignment {
  /// The name under which torn names are counted.
  static let tornNameKind = "names"

  /// Those of the torn names that nothing else restores, as corrections.
  func tornNameCorrections(besides others: [FactCorrection]) -> [FactCorrection] {
    let known = others.compactMap { $0.place ?? $0.restoration?.edits.first?.span }
    return tornNames.filter { name in !known.contains { $0.overlaps(name.place) } }.map { name in
      FactCorrection(
        fact: .init(kind: Self.tornNameKind, index: Int(name.place.start)), finding: .identifier, place: name.place,
        actual: translation.source.text(name.place), restoration: name.restoration)
    }
  }
}
