import DocgenMarkup
import DocgenModel
import DocgenSupport

extension EquivalentMutation {
  /// Changes of the file as a whole.
  static let files: [EquivalentMutation] = [
    EquivalentMutation("line-ends-crlf") { page, _ in
      let bytes = Array(
        page.bytes.split(separator: 0x0A, omittingEmptySubsequences: false).joined(separator: [0x0D, 0x0A]))
      return page.bytes.contains(0x0D) ? nil : bytes
    },
    EquivalentMutation("byte-order-mark") { page, _ in
      page.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? nil : [0xEF, 0xBB, 0xBF] + page.bytes
    },
    EquivalentMutation("last-line-end-lost") { page, _ in
      guard page.bytes.last == 0x0A else { return nil }
      var bytes = page.bytes
      while bytes.last == 0x0A { bytes.removeLast() }
      return bytes
    },
    EquivalentMutation("trailing-blanks") { page, dice in
      var edits: [Edit] = []
      for index in Int(page.page.frontMatter.bodyStart)..<page.bytes.count
      where page.bytes[index] == 0x0A && !page.isInCode(index) && dice.happens(40) {
        // Two would break the line.
        let isWhitespace = index > 0 && page.bytes[index - 1] == 0x20
        if !isWhitespace { edits.append(Edit(index..<index, " ")) }
      }
      return EditList(edits).applied(to: page.bytes)
    },
    EquivalentMutation("blank-lines-added") { page, dice in
      page.betweenBlocks { dice.happens(50) ? "\n\n" : "\n" }
    },
    EquivalentMutation("comment-added") { page, _ in
      guard let section = page.facts.sections.last(where: { $0.parent == nil }) else { return nil }
      let start = Int(section.span.start)
      return EditList([Edit(start..<start, "<!-- \(page.filler.words[0]) -->\n\n")]).applied(to: page.bytes)
    },
  ]

  /// Changes of the front matter.
  static let frontMatter: [EquivalentMutation] = [
    EquivalentMutation("yaml-single-quotes") { page, _ in page.quotedValues("'") },
    EquivalentMutation("yaml-double-quotes") { page, _ in page.quotedValues("\"") },
    EquivalentMutation("yaml-list-in-brackets") { page, _ in
      var edits: [Edit] = []
      for entry in page.page.frontMatter.entries {
        guard case .list(let items, _) = entry.value, let first = items.first, let last = items.last,
          items.allSatisfy({ item in
            item.value.utf8.allSatisfy { Identifier.isNameByte($0) || $0 == 0x2E } && !item.value.isEmpty
          })
        else { continue }
        let start = Int(entry.key.span.end)
        guard page.bytes[start] == UInt8(ascii: ":"), page.bytes[Int(first.span.start) - 1] == 0x20 else { continue }
        let text = ": [" + items.map(\.value).joined(separator: ", ") + "]"
        edits.append(Edit(start..<Int(last.span.end), text))
      }
      return EditList(edits).applied(to: page.bytes)
    },
    EquivalentMutation("yaml-blanks-behind-keys") { page, _ in
      let ends = page.page.frontMatter.entries.compactMap { entry -> Int? in
        if case .list = entry.value { return Int(entry.key.span.end) + 1 }
        return nil
      }
      return EditList(ends.map { Edit($0..<$0, " ") }).applied(to: page.bytes)
    },
    EquivalentMutation("yaml-key-added") { page, dice in
      page.closingLine.map { line in
        EditList([Edit(line.lowerBound..<line.lowerBound, "ms.lasthandoff: 05/01/2021\nms.locfileid: 104991\n")])
          .applied(to: page.bytes)
      }
    },
  ]
}

extension EquivalentMutation {
  init(_ name: String, changing: @escaping @Sendable (Specimen, inout Dice) -> [UInt8]) {
    self.init(name) { page, dice in
      let bytes = changing(page, &dice)
      return bytes == page.bytes ? nil : bytes
    }
  }
}

extension Specimen {
  /// Whether an offset is in a code block, fences included, or in an element whose whitespace counts.
  func isInCode(_ offset: Int) -> Bool {
    codeSpans.contains { Int($0.start) <= offset && offset < Int($0.end) }
  }

  private var codeSpans: [SourceSpan] {
    nodes.filter { $0.kind == .codeBlock || ($0.kind == .element && $0.tag == .pre) || $0.kind == .comment }.map(\.span)
  }

  /// Puts text after blank lines between blocks at the top of the page.
  func betweenBlocks(_ text: () -> String) -> [UInt8] {
    var edits: [Edit] = []
    for section in facts.sections where section.span.start > 0 {
      let start = Int(section.span.start)
      if bytes[start - 1] == 0x0A, nodes[section.heading].kind == .heading { edits.append(Edit(start..<start, text())) }
    }
    for index in document.children(of: 0) where nodes[index].kind == .paragraph {
      let start = lineStart(Int(nodes[index].span.start))
      if start > 1, bytes[start - 1] == 0x0A, bytes[start - 2] == 0x0A { edits.append(Edit(start..<start, text())) }
    }
    return EditList(edits).applied(to: bytes)
  }

  /// Puts quotes around the plain values of the front matter.
  func quotedValues(_ quote: String) -> [UInt8] {
    var edits: [Edit] = []
    for entry in page.frontMatter.entries {
      guard case .scalar(let text, isQuoted: false) = entry.value, string(text.span.range) == text.value,
        !text.value.contains(where: { "'\"\\".contains($0) })
      else { continue }
      edits.append(Edit(text.span, quote + text.value + quote))
    }
    return EditList(edits).applied(to: bytes)
  }
}
