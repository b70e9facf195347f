import DocgenSupport

/// Components that the translations into a language have, or leave out, on purpose: a banner that names the translator, a
/// note to translators.
enum DirectiveHabits: MessageSource {
  struct Messages: MessageSet {
    let added = MessageForm<String, Int>(
      "{2} pages in this language have '{1}', which their sources do not; if that is a mistake, remove it there")
    let lost = MessageForm<String, Int>(
      "{2} pages in this language leave out '{1}', which their sources have; if that is a mistake, add it there")
  }

  /// Fewer pages are no habit.
  private static let fewest = 10

  /// One token, as findings tell of it.
  private struct Habit: Hashable {
    var locale: String
    var text: String
    var isAdded: Bool
  }

  /// Tells once, as a note, what nearly all translations into a language add or leave out alike.
  ///
  /// - Parameters:
  ///   - diagnostics: The findings of a project, in their order.
  ///   - tokens: Those of each page of which nobody knows what they are for.
  static func fold(in diagnostics: inout [Diagnostic], _ tokens: some Sequence<KeptTokens>) {
    var places: [Habit: [Int]] = [:]
    for (index, diagnostic) in diagnostics.enumerated()
    where diagnostic.rule == MismatchedDirective.rule.id && diagnostic.fix == nil {
      guard (diagnostic.expected == nil) != (diagnostic.actual == nil),
        let text = diagnostic.expected ?? diagnostic.actual
      else { continue }
      let habit = Habit(locale: diagnostic.locale, text: text, isAdded: diagnostic.expected == nil)
      places[habit, default: []].append(index)
    }
    places = places.filter { $0.value.count >= fewest }
    if places.isEmpty { return }
    var kept: [UInt64: Int] = [:]
    var changed: Set<UInt64> = []
    for page in tokens {
      for hash in page.kept { kept[hash, default: 0] += 1 }
      changed.formUnion(page.changed)
    }
    for (habit, indices) in places {
      let hash = KeptTokens.hash(habit.text, in: habit.locale)
      guard changed.contains(hash) else { continue }
      let pages = Set(indices.map { diagnostics[$0].location.file }).count
      let others = kept[hash] ?? 0
      guard pages >= fewest, pages >= 9 * others else { continue }
      let first = diagnostics[indices[0]]
      let message =
        habit.isAdded ? messages.added(habit.text, pages) : messages.lost(habit.text, pages)
      let note = first.told(message, as: .note)
      diagnostics[indices[0]] = note
      for index in indices.dropFirst() { diagnostics[index] = diagnostics[index].folded(into: note) }
    }
  }
}
