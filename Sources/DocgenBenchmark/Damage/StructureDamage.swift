import DocgenLint
import DocgenMarkup
import DocgenModel
import DocgenSupport

extension DamageKind {
  static let structure: [DamageKind] = [
    DamageKind("section-lost", .structure, .warning, "missing-section") { page, dice in
      let sections = page.freeSections
      guard let index = dice.pick(sections) else { return nil }
      // It belongs after the section before it, or at the first heading.
      let place = index > 0 ? Int(page.facts.sections[index - 1].span.start) : page.firstHeading
      return place.map { Mutation([Edit(page.range(ofSection: index), "")], at: [.old($0)]) }
    },
    DamageKind("section-added", .structure, .warning, "extra-section") { page, dice in
      guard let index = dice.pick(Array(page.facts.sections.indices)) else { return nil }
      let start = Int(page.facts.sections[index].span.start)
      let mark = String(repeating: "#", count: page.facts.sections[index].level)
      let title = page.filler.title(3, &dice)
      guard page.facts.sections[index].parent == nil, page.words.target.sectionRole(title) == nil else { return nil }
      return Mutation(
        [Edit(start..<start, "\(mark) \(title)\n\n\(page.filler.title(6, &dice)).\n\n")],
        at: [.new(edit: 0, offset: mark.utf8.count + 1)])
    },
    DamageKind("heading-mark-lost", .structure, .warning, "missing-section") { page, dice in
      // "##Title" is no heading.
      let sections = page.facts.sections.filter { page.string($0.span.range).hasPrefix("## ") }
      guard let section = dice.pick(sections),
        let index = page.facts.sections.firstIndex(where: { $0.heading == section.heading })
      else { return nil }
      let start = Int(section.span.start)
      let place = index > 0 ? Int(page.facts.sections[index - 1].span.start) : page.firstHeading
      return place.map { Mutation([Edit(start + 2..<start + 3, "")], at: [.old($0)]) }
    },
    DamageKind("sections-swapped", .structure, .note, "reordered-sections") { page, dice in
      let top = page.facts.sections.indices.filter { page.facts.sections[$0].parent == nil }
      let places = top.indices.dropLast().filter { index in
        let roles = [top[index], top[index + 1]].map { page.facts.sections[$0].role }
        return roles[0] != nil && roles[1] != nil && roles[0] != roles[1]
          && roles.allSatisfy { role in page.facts.sections.count { $0.role == role } == 1 }
      }
      guard let index = dice.pick(places) else { return nil }
      let (first, second) = (top[index], top[index + 1])
      let (one, other) = (page.range(ofSection: first), page.range(ofSection: second))
      // An HTML block reaches to the next blank line.
      func isClosed(_ range: Range<Int>) -> Bool {
        page.bytes[range].reversed().prefix { $0 <= 0x20 }.count { $0 == 0x0A } > 1
      }
      guard one.upperBound == other.lowerBound, isClosed(one), isClosed(other) else { return nil }
      func title(_ section: Int, _ range: Range<Int>) -> Int {
        Int(page.facts.sections[section].title.span.start) - range.lowerBound
      }
      return Mutation(
        [Edit(one.lowerBound..<other.upperBound, page.text(other) + page.text(one))],
        at: [.new(edit: 0, offset: title(second, other)), .new(edit: 0, offset: other.count + title(first, one))])
    },
    DamageKind("section-title-unknown", .structure, .note, "unknown-section-title") { page, dice in
      let entries = Set(page.facts.parameters.map(\.node) + page.facts.members.map(\.node))
      let titles = page.facts.sections.filter {
        page.words.target.sectionRole($0.title.value) != nil && !entries.contains($0.heading) && $0.hasExplicitAnchor
      }
      guard page.source.facts.isReference else { return nil }
      return page.mutation(titles.map(\.title), &dice) { _, dice in
        let text = page.filler.title(2, &dice)
        return page.words.target.sectionRole(text) == nil ? text : nil
      }
    },
    DamageKind("alert-marker-translated", .structure, .note, "missing-alert") { page, dice in
      page.mutatedAlert(&dice) { name in
        guard let own = page.words.target.forms(of: name, in: .alerts).first else { return nil }
        return "[! \(own.uppercased())]"
      }
    },
    DamageKind("alert-kind-changed", .structure, .note, "missing-alert") { page, dice in
      page.mutatedAlert(&dice) { $0 == "note" ? "[!IMPORTANT]" : "[!NOTE]" }
    },
    DamageKind("alert-lost", .structure, .note, "missing-alert") { page, dice in
      let alerts = page.facts.alerts.filter { page.parent(of: $0.node) == 0 }
      guard let alert = dice.pick(alerts) else { return nil }
      let start = page.lineStart(Int(alert.span.start))
      let end = page.lineEnd(Int(alert.span.end) - 1)
      let lines = page.string(start..<end).split(separator: "\n").dropFirst()
      let text = lines.map { String($0.drop { $0 == ">" || $0 == " " }) }.joined(separator: "\n")
      guard !text.isEmpty else { return nil }
      return Mutation([Edit(start..<end, text + "\n")], at: [.old(start)] + page.placesOfMissing(alert.node))
    },
    DamageKind("table-row-lost", .structure, .warning, "mismatched-table") { page, dice in
      guard let table = dice.pick(page.freeTables) else { return nil }
      let rows = page.document.children(of: table).filter { !page.nodes[$0].flags.contains(.header) }
      guard rows.count > 1, let row = dice.pick(rows) else { return nil }
      let start = page.lineStart(Int(page.nodes[row].span.start))
      return Mutation(
        [Edit(start..<page.lineEnd(start), "")], at: [.old(Int(page.nodes[table].span.start))])
    },
    DamageKind("table-row-added", .structure, .warning, "mismatched-table") { page, dice in
      guard let table = dice.pick(page.freeTables) else { return nil }
      let rows = page.document.children(of: table).filter { !page.nodes[$0].flags.contains(.header) }
      guard let row = dice.pick(rows) else { return nil }
      let start = page.lineStart(Int(page.nodes[row].span.start))
      let line = start..<page.lineEnd(start)
      guard page.bytes[line.upperBound - 1] == 0x0A else { return nil }
      return Mutation([Edit(start..<start, page.text(line))], at: [.old(Int(page.nodes[table].span.start))])
    },
    DamageKind("table-lost", .structure, .warning, "mismatched-table") { page, dice in
      guard let table = dice.pick(page.freeTables), page.parent(of: table) == 0,
        let heading = page.heading(around: table)
      else { return nil }
      let span = page.nodes[table].span.range
      return Mutation(
        [Edit(page.lineStart(span.lowerBound)..<page.lineEnd(span.upperBound - 1), "")], at: [.old(heading)])
    },
  ]
}

extension Specimen {
  /// The start of the heading of level 1.
  var firstHeading: Int? { facts.headingNode.map { Int(nodes[$0].span.start) } }

  /// The bytes of a section with its parts.
  func range(ofSection index: Int) -> Range<Int> {
    let section = facts.sections[index]
    let next = facts.sections[(index + 1)...].first { $0.level <= section.level }
    return Int(section.span.start)..<(next.map { Int($0.span.start) } ?? bytes.count)
  }

  /// Sections at the top whose loss no rule about facts reports.
  var freeSections: [Int] {
    facts.sections.indices.filter { index in
      let section = facts.sections[index]
      let range = range(ofSection: index)
      func holds(_ node: Int) -> Bool { range.contains(Int(nodes[node].span.start)) }
      return section.parent == nil && facts.sections.count { $0.parent == index } == 0
        && !facts.parameters.contains { holds($0.node) } && !facts.returnCodes.contains { holds($0.node) }
        && !facts.requirements.contains { holds($0.node) } && !facts.members.contains { holds($0.node) }
        && !facts.codeBlocks.contains { holds($0.node) }
    }
  }

  /// Pipe tables that state no facts and stand in no list.
  var freeTables: [Int] {
    nodes.indices.filter { index in
      let node = nodes[index]
      guard node.kind == .table else { return false }
      let range = index..<Int(node.end)
      return !facts.parameters.contains { range.contains($0.node) }
        && !facts.returnCodes.contains { range.contains($0.node) }
        && !facts.requirements.contains { range.contains($0.node) }
        && !facts.members.contains { range.contains($0.node) }
    }
  }

  /// The marker of an alert is another text.
  func mutatedAlert(_ dice: inout Dice, _ marker: (String) -> String?) -> Mutation? {
    guard let alert = dice.pick(facts.alerts), let new = marker(alert.kind.name) else { return nil }
    let range = alert.span.range
    guard let open = bytes[range].firstIndex(of: UInt8(ascii: "[")),
      let close = bytes[open..<range.upperBound].firstIndex(of: UInt8(ascii: "]"))
    else { return nil }
    return Mutation(Edit(open..<close + 1, new))
  }
}
