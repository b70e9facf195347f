import DocgenMarkup
import DocgenModel
import DocgenSupport

extension EquivalentMutation {
  /// Changes in how tables are written.
  static let tables: [EquivalentMutation] = [
    EquivalentMutation("cells-padded") { page, dice in
      var edits: [Edit] = []
      for row in page.pipeRows {
        for index in row where page.bytes[index] == UInt8(ascii: "|") && page.bytes[index - 1] == 0x20 {
          edits.append(Edit(index..<index, String(repeating: " ", count: dice.number(below: 12))))
        }
      }
      return EditList(edits).applied(to: page.bytes)
    },
    EquivalentMutation("cells-unpadded") { page, _ in
      var edits: [Edit] = []
      for row in page.pipeRows {
        for index in row.dropFirst() where page.bytes[index] == UInt8(ascii: "|") && page.bytes[index - 1] == 0x20 {
          var start = index
          while start - 1 > row.lowerBound, page.bytes[start - 2] == 0x20 { start -= 1 }
          edits.append(Edit(start..<index, ""))
        }
      }
      return EditList(edits).applied(to: page.bytes)
    },
    EquivalentMutation("delimiter-rows-shortened") { page, _ in
      EditList(
        page.delimiterRows.map { row in
          var text: [UInt8] = []
          for byte in page.bytes[row] where byte != UInt8(ascii: "-") || text.suffix(3) != Array("---".utf8)[...] {
            text.append(byte)
          }
          return Edit(row, text)
        }
      ).applied(to: page.bytes)
    },
    EquivalentMutation("columns-aligned") { page, _ in
      EditList(
        page.delimiterRows.map { row in
          Edit(row, page.string(row).replacing("--|", with: "-:|"))
        }
      ).applied(to: page.bytes)
    },
    EquivalentMutation("no-break-blanks-in-cells") { page, dice in
      var edits: [Edit] = []
      for requirement in page.facts.requirements {
        for value in requirement.values {
          for index in value.span.range
          where page.bytes[index] == 0x20 && page.bytes[index - 1] > 0x20 && page.bytes[index + 1] > 0x20
            && page.bytes[index - 1] != UInt8(ascii: ">") && page.bytes[index + 1] != UInt8(ascii: "<")
          {
            edits.append(Edit(index..<index + 1, dice.happens(50) ? "\u{A0}" : "&nbsp;"))
          }
        }
      }
      return EditList(edits).applied(to: page.bytes)
    },
  ]
}

extension Specimen {
  /// The lines of pipe tables, without those of their delimiters.
  var pipeRows: [Range<Int>] {
    nodes.indices.filter { nodes[$0].kind == .tableRow }.map { Int(nodes[$0].span.start) }.map { start in
      start..<lineEnd(start)
    }.filter { bytes[$0.lowerBound] == UInt8(ascii: "|") }
  }

  /// The rows of dashes below the heads of pipe tables, without their line ends.
  var delimiterRows: [Range<Int>] {
    nodes.indices.filter { nodes[$0].kind == .tableRow && nodes[$0].flags.contains(.header) }.compactMap { index in
      let start = lineEnd(Int(nodes[index].span.start))
      var end = lineEnd(start)
      while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
      guard bytes[start] == UInt8(ascii: "|"), bytes[start..<end].allSatisfy({ "|-: ".utf8.contains($0) }) else {
        return nil
      }
      return start..<end
    }
  }
}
