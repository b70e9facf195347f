import DocgenMarkup
import DocgenModel
import DocgenSupport

extension EquivalentMutation {
  /// Changes in how blocks are written.
  static let blocks: [EquivalentMutation] = [
    EquivalentMutation("paragraphs-wrapped") { page, dice in
      var edits: [Edit] = []
      for range in page.plainParagraphs {
        for index in range where page.bytes[index] == 0x20 && page.mayBreak(index, range) && dice.happens(20) {
          edits.append(Edit(index..<index + 1, "\n"))
        }
      }
      return EditList(edits).applied(to: page.bytes)
    },
    EquivalentMutation("paragraphs-joined") { page, _ in
      var edits: [Edit] = []
      for range in page.plainParagraphs {
        for index in range
        where page.bytes[index] == 0x0A && index > range.lowerBound && page.bytes[index - 1] > 0x20
          && page.bytes[index - 1] != UInt8(ascii: "\\")
        {
          edits.append(Edit(index..<index + 1, " "))
        }
      }
      return EditList(edits).applied(to: page.bytes)
    },
    EquivalentMutation("headings-underlined") { page, _ in
      page.headings { level, text in
        level == 2 ? text + "\n---" : nil
      }
    },
    EquivalentMutation("headings-closed") { page, _ in
      page.headings { level, text in
        let marks = String(repeating: "#", count: level)
        return "\(marks) \(text) \(marks)"
      }
    },
    EquivalentMutation("list-markers-changed") { page, dice in
      let marker = dice.happens(50) ? "*" : "+"
      var edits: [Edit] = []
      for index in page.nodes.indices
      where page.nodes[index].kind == .item && page.nodes[page.parent(of: index)].kind == .bulletList {
        let start = Int(page.nodes[index].span.start)
        if "-*+".utf8.contains(page.bytes[start]) { edits.append(Edit(start..<start + 1, marker)) }
      }
      return EditList(edits).applied(to: page.bytes)
    },
    EquivalentMutation("fences-of-tildes") { page, _ in page.fences("~~~") },
    EquivalentMutation("fences-longer") { page, _ in page.fences("`````") },
    EquivalentMutation("fence-language-case") { page, dice in
      let edits = page.facts.codeBlocks.compactMap(\.infoString).map { info in
        let text = page.string(info.span.range)
        return Edit(info.span, text == text.uppercased() ? text.lowercased() : text.uppercased())
      }
      return EditList(edits).applied(to: page.bytes)
    },
    EquivalentMutation("signature-blanks-changed") { page, dice in
      var edits: [Edit] = []
      for block in page.signatures
      where !["python", "yaml", "makefile"].contains(block.infoString?.value.lowercased() ?? "") {
        for word in page.words(of: block)
        where word.lowerBound > 0 && page.bytes[word.lowerBound - 1] == 0x20 && dice.happens(50) {
          edits.append(Edit(word.lowerBound..<word.lowerBound, " "))
        }
      }
      return EditList(edits).applied(to: page.bytes)
    },
    EquivalentMutation("html-tags-in-capitals") { page, _ in
      var edits: [Edit] = []
      for node in page.nodes where node.kind == .element && [.dl, .dt, .dd, .br, .tr, .td].contains(node.tag) {
        let start = Int(node.span.start)
        var end = start + 1
        while end < page.bytes.count, (0x61...0x7A).contains(page.bytes[end]) { end += 1 }
        if page.bytes[start] == UInt8(ascii: "<"), end > start + 1 {
          edits.append(Edit(start + 1..<end, page.string(start + 1..<end).uppercased()))
        }
      }
      return EditList(edits).applied(to: page.bytes)
    },
    EquivalentMutation("breaks-without-slash") { page, _ in
      var bytes = page.string(0..<page.bytes.count)
      bytes = bytes.replacing("<br/>", with: "<br>")
      return Array(bytes.utf8)
    },
  ]
}

extension Specimen {
  /// Paragraphs at the top of the page or in descriptions, by their bytes.
  var plainParagraphs: [Range<Int>] {
    nodes.indices.filter { index in
      guard nodes[index].kind == .paragraph else { return false }
      let outer = nodes[parent(of: index)]
      return outer.kind == .document || (outer.kind == .element && outer.tag == .dd)
    }.map { nodes[$0].span.range }
  }

  /// Whether a line may end at a space: not within markup, nor before what would start a block.
  func mayBreak(_ index: Int, _ range: Range<Int>) -> Bool {
    guard index + 1 < range.upperBound, index > range.lowerBound else { return false }
    let (before, after) = (bytes[index - 1], bytes[index + 1])
    let isLetter: (UInt8) -> Bool = { (0x61...0x7A).contains($0 | 0x20) }
    guard isLetter(before), isLetter(after) else { return false }
    return !nodes.contains { node in
      (node.kind == .code || node.kind == .link || node.kind == .image || node.kind == .element)
        && Int(node.span.start) <= index && index < Int(node.span.end) && !(node.kind == .element && !node.tag.isInline)
    }
  }

  /// Writes headings that stand on lines of their own in another way; nothing leaves one as it is.
  func headings(_ write: (Int, String) -> String?) -> [UInt8] {
    var edits: [Edit] = []
    for section in facts.sections {
      let range = section.span.range
      var start = range.lowerBound
      guard bytes[start] == UInt8(ascii: "#") else { continue }
      while bytes[start] == UInt8(ascii: "#") || bytes[start] == 0x20 { start += 1 }
      var end = range.upperBound
      while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
      let text = string(start..<end)
      guard !text.hasSuffix("#"), !text.isEmpty, let new = write(section.level, text) else { continue }
      edits.append(Edit(range.lowerBound..<end, new))
    }
    return EditList(edits).applied(to: bytes)
  }

  /// Writes the fences of code blocks at the top of the page in another way.
  func fences(_ fence: String) -> [UInt8] {
    var edits: [Edit] = []
    for block in facts.codeBlocks where nodes[block.node].flags.contains(.fenced) && parent(of: block.node) == 0 {
      let span = nodes[block.node].span.range
      let start = span.lowerBound
      let last = lineStart(span.upperBound - (bytes[span.upperBound - 1] == 0x0A ? 2 : 1))
      guard last > start, string(start..<min(start + 3, bytes.count)) == "```",
        string(last..<min(last + 3, bytes.count)) == "```",
        bytes[start + 3] != UInt8(ascii: "`"), last + 3 >= bytes.count || bytes[last + 3] != UInt8(ascii: "`")
      else { continue }
      edits += [Edit(start..<start + 3, fence), Edit(last..<last + 3, fence)]
    }
    return EditList(edits).applied(to: bytes)
  }
}
