import DocgenLint
import DocgenMarkup
import DocgenModel
import DocgenSupport

extension DamageKind {
  static let links: [DamageKind] = [
    DamageKind("link-changed", .link, .warning, "mismatched-link") { page, dice in
      let targets = page.linkTargets { $0.destination.hasSuffix(".md") && !$0.destination.contains("/") }
      let used = Set(page.linkTargets { _ in true }.map { $0.destination.lowercased() })
      guard let link = dice.pick(targets),
        let other = dice.pick(page.siblings.filter { !used.contains($0.lowercased()) })
      else { return nil }
      return Mutation(Edit(link.span, other))
    },
    DamageKind("link-path-translated", .link, .warning, "broken-link", "mismatched-link") { page, dice in
      let links = page.linkTargets { $0.destination.hasSuffix(".md") && !$0.destination.contains("/") }
      guard let link = dice.pick(links) else { return nil }
      return Mutation(Edit(link.span, "\(page.filler.asciiWord(&dice))-\(link.destination)"))
    },
    DamageKind("link-lost", .link, .warning, "mismatched-link") { page, dice in
      let all = page.linkTargets { _ in true }.map { $0.destination.lowercased() }
      let links = page.linkNodes.filter { index in
        guard let target = page.document.link(of: page.nodes[index]) else { return false }
        // A link that stands there twice is lost only when both are.
        return all.count { $0 == target.destination.lowercased() } == 1 && index + 1 < Int(page.nodes[index].end)
          && page.bytes[Int(page.nodes[index].span.start)] == UInt8(ascii: "[")
      }
      guard let index = dice.pick(links) else { return nil }
      let span = page.nodes[index].span.range
      let inner = page.document.children(of: index).map { page.nodes[$0].span.range }
      guard let first = inner.map(\.lowerBound).min(), let last = inner.map(\.upperBound).max(),
        page.bytes[last..<span.upperBound].starts(with: Array("](".utf8))
      else { return nil }
      return Mutation(
        [Edit(span.lowerBound..<first, ""), Edit(last..<span.upperBound, "")],
        at: [.old(first)] + page.placesOfMissing(index))
    },
    DamageKind("external-link-changed", .link, .warning, "mismatched-link") { page, dice in
      let links = page.linkTargets { $0.destination.hasPrefix("http") || $0.destination.hasPrefix("/") }
      guard let link = dice.pick(links), page.string(link.span.range).hasSuffix(link.destination.suffix(3)) else {
        return nil
      }
      return Mutation(Edit(link.span, page.string(link.span.range) + "-" + page.filler.asciiWord(&dice)))
    },
    DamageKind("anchor-translated", .link, .warning, "broken-anchor", "mismatched-link") { page, dice in
      let links = page.linkTargets { $0.destination.hasPrefix("#") && $0.destination.count > 1 }
      guard let link = dice.pick(links) else { return nil }
      return Mutation(Edit(link.span, "#" + page.filler.asciiWord(&dice) + "-x"))
    },
    DamageKind("image-lost", .link, .warning, "missing-image") { page, dice in
      let images = page.imageNodes.filter { page.string(page.nodes[$0].span.range).hasPrefix("![") }
      guard let index = dice.pick(images) else { return nil }
      let all = images.compactMap { page.document.link(of: page.nodes[$0])?.destination }
      guard let target = page.document.link(of: page.nodes[index])?.destination, all.count(where: { $0 == target }) == 1
      else { return nil }
      let edit = Edit(page.nodes[index].span, page.filler.word(&dice))
      return Mutation([edit], at: [.old(edit.range.lowerBound)] + page.placesOfMissing(index))
    },
    DamageKind("image-changed", .link, .warning, "mismatched-link", "missing-image") { page, dice in
      let images = page.imageNodes.compactMap { page.document.link(of: page.nodes[$0]) }.filter { !$0.span.isEmpty }
      guard let image = dice.pick(images), image.destination.contains(".") else { return nil }
      let text = page.string(image.span.range)
      return Mutation(Edit(image.span, text.replacing(".", with: "-\(page.filler.asciiWord(&dice)).")))
    },
  ]
}

extension Specimen {
  var linkNodes: [Int] { nodes.indices.filter { nodes[$0].kind == .link } }

  var imageNodes: [Int] { nodes.indices.filter { nodes[$0].kind == .image } }

  /// Where a finding may point about what is missing and names no place: the start of its block, or the heading above.
  func placesOfMissing(_ node: Int) -> [Mutation.Place] {
    var block = node
    while block > 0, ![.paragraph, .heading, .tableCell].contains(nodes[block].kind) { block = parent(of: block) }
    let texts = nodes[block..<Int(nodes[block].end)].filter { $0.kind == .text }
    let word = texts.lazy.flatMap(\.span.range).first { Identifier.isNameByte(bytes[$0]) || bytes[$0] >= 0x80 }
    return [word, Int(nodes[block].span.start), heading(around: node)]
      .compactMap { $0.map(Mutation.Place.old) }
  }

  /// Where the page's own links lead, as far as the file says it in one place.
  func linkTargets(_ isWanted: (LinkTarget) -> Bool) -> [LinkTarget] {
    linkNodes.compactMap { document.link(of: nodes[$0]) }.filter { !$0.span.isEmpty && isWanted($0) }
  }
}

extension FillerProse {
  /// A word of letters of ASCII, as paths have them.
  func asciiWord(_ dice: inout Dice) -> String {
    dice.pick(words.filter { $0.utf8.allSatisfy { $0 < 0x80 } }) ?? "x"
  }
}
