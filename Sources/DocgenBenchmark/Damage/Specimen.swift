import DocgenMarkup
import DocgenModel
import DocgenSupport

/// A true translation beside its source, to be damaged or changed.
struct Specimen: Sendable {
  let source: LocalizedPage
  let page: LocalizedPage
  /// The words of both locales.
  let words: (source: Vocabulary, target: Vocabulary)
  let filler: FillerProse
  /// Paths of other pages in the same folder, relative to it.
  let siblings: [String]

  var bytes: [UInt8] { page.source.bytes }
  var facts: PageFacts { page.facts }
  var document: Document { page.document }
  var nodes: [Node] { page.document.nodes }

  // MARK: Lines

  /// The start of the line that holds an offset.
  func lineStart(_ offset: Int) -> Int {
    var start = min(offset, bytes.count)
    while start > 0, bytes[start - 1] != 0x0A { start -= 1 }
    return start
  }

  /// The offset after the line's end.
  func lineEnd(_ offset: Int) -> Int {
    var end = offset
    while end < bytes.count, bytes[end] != 0x0A { end += 1 }
    return min(end + 1, bytes.count)
  }

  func text(_ range: Range<Int>) -> [UInt8] { Array(bytes[range]) }

  func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  // MARK: Slots

  /// The edit that makes a slot say something else, written as its place demands.
  func edit(_ span: SourceSpan, saying text: String) -> Edit? {
    guard let slot = Slot(document, at: span),
      let (place, bytes) = slot.replacing(0..<slot.text.count, with: Array(text.utf8))
    else { return nil }
    return Edit(place.range, bytes)
  }

  /// A slot that says something else.
  func mutation(_ span: SourceSpan, saying text: String?) -> Mutation? {
    guard let text, let edit = edit(span, saying: text), Array(bytes[edit.range]) != edit.text else { return nil }
    return Mutation([edit], at: [.old(Int(span.start))])
  }

  /// One of some slots, damaged by a function of what it says; `nil` if none can be.
  func mutation(
    _ slots: [Located<String>], _ dice: inout Dice, _ damage: (String, inout Dice) -> String?
  ) -> Mutation? {
    for slot in dice.shuffled(slots) {
      if let mutation = mutation(slot.span, saying: damage(slot.value, &dice)) { return mutation }
    }
    return nil
  }

  // MARK: Entries

  /// An entry of a list or table of facts.
  struct Entry {
    var node: Int
    var name: SourceSpan
    /// All bytes of the entry, up to the next one of its container.
    var range: Range<Int>
    var container: Int
  }

  /// The node around another.
  func parent(of node: Int) -> Int {
    var index = node - 1
    while index > 0, Int(nodes[index].end) <= node { index -= 1 }
    return max(0, index)
  }

  /// The entries of facts, each with its bytes; entries that cannot be taken out alone are left out.
  func entries(_ facts: [(node: Int, name: SourceSpan?, description: Range<Int>)]) -> [Entry] {
    facts.indices.compactMap { index in
      let (node, name, description) = facts[index]
      guard let name else { return nil }
      let start = Int(nodes[node].span.start)
      let container = parent(of: node)
      var end: Int?
      switch nodes[node].kind {
      case .tableRow where nodes[node].flags.contains(.header): end = nil
      case .tableRow: end = lineEnd(Int(nodes[node].span.end) - 1)
      case .heading:
        end = self.facts.sections.first { $0.heading > node && $0.level <= Int(nodes[node].level) }.map {
          Int($0.span.start)
        }
      case .item: end = lineEnd(Int(nodes[node].span.end) - 1)
      case .element where nodes[node].tag == .tr: end = Int(nodes[node].span.end)
      case .element where nodes[node].tag == .dt:
        // Up to the next term, or the end of the list's last element.
        let siblings = document.children(of: container).filter { $0 > node && nodes[$0].kind == .element }
        if let next = siblings.first(where: { nodes[$0].tag == .dt }) {
          end = Int(nodes[next].span.start)
        } else {
          end = siblings.last.map { Int(nodes[$0].span.end) } ?? Int(nodes[node].span.end)
        }
      case .paragraph:
        let next = facts.dropFirst(index + 1).first.map { Int(nodes[$0.node].span.start) }
        end = next ?? (description.isEmpty ? nil : Int(nodes[description.upperBound - 1].span.end))
      default: end = nil
      }
      guard let end, end > start, end <= bytes.count else { return nil }
      return Entry(node: node, name: name, range: start..<end, container: container)
    }
  }

  /// Leaves out one entry; the finding is at the one before it in its list, or at the heading of the section.
  func lostEntry(_ entries: [Entry], _ dice: inout Dice) -> Mutation? {
    guard let index = dice.pick(Array(entries.indices)) else { return nil }
    let entry = entries[index]
    var places: [Mutation.Place] = []
    // The head of a table may be a requirement itself.
    if nodes[entry.node].kind == .tableRow,
      facts.requirements.contains(where: { nodes[$0.node].flags.contains(.header) })
    {
      return nil
    }
    if index > 0, list(of: entries[index - 1].node) == list(of: entry.node) {
      // The line of the name, or the one on which the entry starts.
      places = [
        .old(lineStart(Int(entries[index - 1].name.start))), .old(lineStart(entries[index - 1].range.lowerBound)),
      ]
    } else if let heading = heading(around: entry.node) {
      places = [.old(lineStart(heading))]
    }
    return places.isEmpty ? nil : Mutation([Edit(entry.range, "")], at: places)
  }

  /// Repeats one entry after itself under another name, to which the finding points.
  func extraEntry(_ entries: [Entry], _ dice: inout Dice, _ rename: (String, inout Dice) -> String?) -> Mutation? {
    for entry in dice.shuffled(entries) {
      let name = entry.name.range
      guard entry.range.lowerBound <= name.lowerBound, name.upperBound <= entry.range.upperBound,
        let new = rename(string(name).filter { $0 != "\\" }, &dice), let edit = edit(entry.name, saying: new)
      else { continue }
      // The last row of a file may lack its line end.
      let isComplete = bytes[entry.range.upperBound - 1] == 0x0A || nodes[entry.node].tag == .dt
      guard isComplete || nodes[entry.node].kind != .paragraph else { continue }
      let lead = isComplete ? "" : "\n"
      let copy =
        Array(lead.utf8) + text(entry.range.lowerBound..<edit.range.lowerBound) + edit.text
        + text(edit.range.upperBound..<entry.range.upperBound)
      return Mutation(
        [Edit(entry.range.upperBound..<entry.range.upperBound, copy)],
        at: [.new(edit: 0, offset: lead.utf8.count + Int(entry.name.start) - entry.range.lowerBound)])
    }
    return nil
  }

  /// Exchanges two entries that follow each other; the finding points at either.
  func swappedEntries(_ entries: [Entry], _ dice: inout Dice) -> Mutation? {
    let places = entries.indices.dropLast().filter {
      entries[$0].container == entries[$0 + 1].container
        && entries[$0].range.upperBound == entries[$0 + 1].range.lowerBound
        && (nodes[entries[$0].node].tag == .dt || bytes[entries[$0 + 1].range.upperBound - 1] == 0x0A)
    }
    guard let index = dice.pick(places) else { return nil }
    let (first, second) = (entries[index], entries[index + 1])
    let text = text(second.range) + text(first.range)
    return Mutation(
      [Edit(first.range.lowerBound..<second.range.upperBound, text)],
      at: [
        .new(edit: 0, offset: Int(second.name.start) - second.range.lowerBound),
        .new(edit: 0, offset: second.range.count + Int(first.name.start) - first.range.lowerBound),
      ])
  }

  /// The index of the section that holds a node; -1 before the first.
  func section(of node: Int) -> Int { facts.sections.lastIndex { $0.heading <= node } ?? -1 }

  /// The section of the list that an entry is a part of; an entry that is a heading is a section of its own.
  private func list(of node: Int) -> Int {
    let index = section(of: node)
    guard index >= 0, facts.sections[index].heading == node else { return index }
    return facts.sections[index].parent ?? -1
  }

  /// The start of the heading that a node stands below.
  func heading(around node: Int) -> Int? {
    let index = section(of: node)
    if index >= 0 {
      // An entry that is a heading stands below the one of its list.
      let section = facts.sections[index]
      let owner = section.heading == node ? section.parent.map { facts.sections[$0] } : section
      return owner.map { Int($0.span.start) }
    }
    return facts.headingNode.map { Int(nodes[$0].span.start) }
  }
}
