import DocgenMarkup
import DocgenModel
import DocgenSupport

extension EquivalentMutation {
  /// Changes in how text is written.
  static let inlines: [EquivalentMutation] = [
    EquivalentMutation("no-break-blanks") { page, dice in
      page.changedText(&dice, 30) { bytes, index in bytes[index] == 0x20 ? "\u{A0}" : nil }
    },
    EquivalentMutation("blanks-doubled") { page, dice in
      page.changedText(&dice, 30) { bytes, index in bytes[index] == 0x20 ? "  " : nil }
    },
    EquivalentMutation("zero-width-blanks") { page, dice in
      // As editors leave them after punctuation.
      page.changedText(&dice, 30) { bytes, index in
        bytes[index] == UInt8(ascii: ".") && index + 1 < bytes.count && bytes[index + 1] <= 0x20 ? ".\u{200B}" : nil
      }
    },
    EquivalentMutation("punctuation-escaped") { page, dice in
      page.changedText(&dice, 60) { bytes, index in
        ".,()!".utf8.contains(bytes[index]) ? "\\" + String(UnicodeScalar(bytes[index])) : nil
      }
    },
    EquivalentMutation("underscores-unescaped") { page, _ in
      var edits: [Edit] = []
      for node in page.nodes where node.kind == .text && node.flags.contains(.escaped) {
        let start = Int(node.span.start)
        // Between letters and digits an underscore is no emphasis.
        guard page.bytes[start] == UInt8(ascii: "_"), start > 1, Identifier.isNameByte(page.bytes[start - 2]),
          page.bytes[start - 2] != UInt8(ascii: "_"), start + 1 < page.bytes.count,
          Identifier.isNameByte(page.bytes[start + 1])
        else { continue }
        edits.append(Edit(start - 1..<start, ""))
      }
      return EditList(edits).applied(to: page.bytes)
    },
    EquivalentMutation("numeric-references") { page, dice in
      page.changedText(&dice, 5) { bytes, index in
        // Beside an underscore, the end of the reference would make it a mark.
        (index - 1...index + 1).allSatisfy { (0x61...0x7A).contains(bytes[$0] | 0x20) } ? "&#\(bytes[index]);" : nil
      }
    },
    EquivalentMutation("named-references") { page, dice in
      page.changedText(&dice, 60) { bytes, index in
        switch bytes[index] {
        case UInt8(ascii: "("): "&lpar;"
        case UInt8(ascii: "."): "&period;"
        default: nil
        }
      }
    },
    EquivalentMutation("emphasis-by-underscores") { page, _ in
      page.remarked([.emphasis: ("*", "_"), .strong: ("**", "__")])
    },
    EquivalentMutation("bold-as-code") { page, _ in
      var edits: [Edit] = []
      for index in page.proseNodes(.strong) {
        let node = page.nodes[index]
        // Marks that show as themselves may become others when those beside them go.
        if page.document.text(of: page.parent(of: index)).string.contains(where: { "*`".contains($0) }) { continue }
        guard page.string(node.span.range) == "**\(page.document.text(of: index).string)**" else { continue }
        edits.append(Edit(node.span, "`\(page.document.text(of: index).string)`"))
      }
      return EditList(edits).applied(to: page.bytes)
    },
    EquivalentMutation("link-path-case") { page, _ in
      let links = page.linkTargets { $0.destination.hasSuffix(".md") && $0.destination != $0.destination.uppercased() }
      return EditList(
        links.map { link in
          let text = page.string(link.span.range)
          return Edit(
            link.span, text == text.lowercased() ? text.prefix(1).uppercased() + text.dropFirst() : text.lowercased())
        }
      ).applied(to: page.bytes)
    },
    EquivalentMutation("link-targets-in-angle-brackets") { page, _ in
      let links = page.linkTargets { link in !link.destination.contains("<") && !link.destination.contains(" ") }
      return EditList(
        links.filter { page.bytes[Int($0.span.start) - 1] == UInt8(ascii: "(") }.map { link in
          Edit(link.span, "<" + page.string(link.span.range) + ">")
        }
      ).applied(to: page.bytes)
    },
    EquivalentMutation("marked-names-exchanged") { page, dice in
      // The order of words is each language's own.
      let strong = page.proseNodes(.strong)
      let groups = Dictionary(grouping: strong) { page.parent(of: $0) }.filter { $0.value.count > 1 }
      guard let parent = dice.pick(groups.keys.sorted()), let pair = groups[parent]?.sorted().prefix(2), pair.count == 2
      else { return page.bytes }
      let (first, second) = (page.nodes[pair[0]].span, page.nodes[pair[1]].span)
      // The parts of a path have an order.
      guard first.end < second.start, page.bytes[Int(first.end)..<Int(second.start)].contains(0x20) else {
        return page.bytes
      }
      return EditList([
        Edit(first.range, page.text(second.range)), Edit(second.range, page.text(first.range)),
      ]).applied(to: page.bytes)
    },
  ]
}

extension Specimen {
  /// Changes bytes of plain text, so many of a hundred places: of blocks of Markdown, outside of code, links' targets and
  /// tags.
  func changedText(_ dice: inout Dice, _ percent: Int, _ write: ([UInt8], Int) -> String?) -> [UInt8] {
    var edits: [Edit] = []
    var codeEnd = 0
    // Blocks whose text is Markdown; within HTML, backslashes are themselves.
    var markdownEnd = 0
    for (index, node) in nodes.enumerated() {
      switch node.kind {
      case .code, .codeBlock, .image, .ignored: codeEnd = max(codeEnd, Int(node.end))
      case .element where node.tag == .pre: codeEnd = max(codeEnd, Int(node.end))
      case .link where bytes[Int(node.span.start)] == UInt8(ascii: "<"): codeEnd = max(codeEnd, Int(node.end))
      case .paragraph, .heading, .tableCell: markdownEnd = max(markdownEnd, Int(node.end))
      case .text where index >= codeEnd && index < markdownEnd && node.payload < 0 && !node.flags.contains(.escaped):
        let range = node.span.range
        // A space at the start or end of a line, or beside markup, may mean something.
        for offset in range.dropFirst().dropLast()
        where bytes[offset - 1] > 0x20 && bytes[offset + 1] > 0x20 || bytes[offset] > 0x20 {
          guard offset > range.lowerBound, let text = write(bytes, offset), dice.happens(percent) else { continue }
          edits.append(Edit(offset..<offset + 1, text))
        }
      default: break
      }
    }
    return EditList(edits).applied(to: bytes)
  }

  /// Writes emphasis with other marks, where nothing but whitespace and punctuation stands around it.
  func remarked(_ marks: [Node.Kind: (old: String, new: String)]) -> [UInt8] {
    var edits: [Edit] = []
    for node in nodes {
      guard let (old, new) = marks[node.kind] else { continue }
      let range = node.span.range
      let text = string(range)
      let length = old.utf8.count
      guard text.hasPrefix(old), text.hasSuffix(old), range.count > 2 * length,
        !text.dropFirst(length).dropLast(length).contains(where: { $0 == "*" || $0 == "_" }),
        isFree(range.lowerBound - 1), isFree(range.upperBound), bytes[range.lowerBound + length] != UInt8(ascii: "*")
      else { continue }
      edits.append(Edit(range.lowerBound..<range.lowerBound + length, new))
      edits.append(Edit(range.upperBound - length..<range.upperBound, new))
    }
    return EditList(edits).applied(to: bytes)
  }

  private func isFree(_ index: Int) -> Bool {
    guard index >= 0, index < bytes.count else { return true }
    return bytes[index] <= 0x20 || ".,;:!?()[]|".utf8.contains(bytes[index])
  }
}
