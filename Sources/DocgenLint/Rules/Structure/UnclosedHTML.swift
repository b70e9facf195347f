import DocgenMarkup
import DocgenModel
import DocgenSupport

/// Finds tags of HTML without their counterparts where the source has both.
enum UnclosedHTML: TranslationCheck {
  static let rule = Rule(
    "unclosed-html", in: .structure, .warning,
    "A tag of HTML is not closed, or closes nothing, while the source's are paired.")

  struct Messages: MessageSet {
    let otherEnd = MessageForm<String, String, String>("'<{1}>' ends with '{2}' here; write '</{3}>'")
    let torn = MessageForm<String, String>("'{1}' is no tag and shows as text; write '</{2}>'")
    let closesNothing = MessageForm<String>("'{1}' closes nothing here; write the tags as in the source")
    let unclosed = MessageForm<String>("'{1}' is not closed here; write the tags as in the source")
  }

  static func check(_ pair: TranslationPair, _ findings: inout Findings) {
    let faults = pair.translation.document.unpairedTags.filter { !pair.translation.showsBackquote(before: $0.span) }
    if faults.isEmpty { return }
    var known: [Key: Int] = [:]
    for fault in pair.source.document.unpairedTags { known[Key(fault), default: 0] += 1 }
    let own = faults.filter { fault in
      guard let count = known[Key(fault)], count > 0 else { return true }
      known[Key(fault)] = count - 1
      return false
    }
    var index = 0
    while index < own.count {
      let fault = own[index]
      if index + 1 < own.count, isReplaced(fault, by: own[index + 1], pair) {
        reportReplaced(fault, own[index + 1], pair, &findings)
        index += 1
      } else if let torn = tornEnd(of: fault, pair) {
        reportTorn(fault, torn, pair, &findings)
      } else {
        reportAlone(fault, pair, &findings)
      }
      index += 1
    }
  }

  private struct Key: Hashable {
    var tag: HTMLTag
    var isEnd: Bool

    init(_ tag: Document.UnpairedTag) {
      self.tag = tag.tag
      isEnd = tag.isEnd
    }
  }

  /// The end tag of an element stands near its start tag.
  private static let farthestEnd = 4_096

  /// Whether an end tag stands where that of an open element belongs: on the same line.
  private static func isReplaced(
    _ fault: Document.UnpairedTag, by next: Document.UnpairedTag, _ pair: TranslationPair
  ) -> Bool {
    guard !fault.isEnd, next.isEnd, fault.tag != next.tag else { return false }
    return !pair.translation.source.bytes[Int(fault.span.start)..<Int(next.span.start)].contains(0x0A)
  }

  private static func reportReplaced(
    _ fault: Document.UnpairedTag, _ end: Document.UnpairedTag, _ pair: TranslationPair, _ findings: inout Findings
  ) {
    let found = pair.translation.source.text(end.span)
    report(
      Finding(
        messages.otherEnd(name(fault), found, name(fault)), at: end.span,
        expected: "</\(name(fault))>", actual: found, damage: .other), to: &findings)
  }

  private static func reportTorn(
    _ fault: Document.UnpairedTag, _ place: SourceSpan, _ pair: TranslationPair, _ findings: inout Findings
  ) {
    let found = pair.translation.source.text(place)
    report(
      Finding(
        messages.torn(found, name(fault)), at: place,
        expected: "</\(name(fault))>", actual: found, damage: .whitespace), to: &findings)
  }

  private static func reportAlone(
    _ fault: Document.UnpairedTag, _ pair: TranslationPair, _ findings: inout Findings
  ) {
    let tag = "\(fault.isEnd ? "</" : "<")\(name(fault))>"
    let end = Int(fault.span.start) + 1 + name(fault).utf8.count
    let place = fault.isEnd ? fault.span : SourceSpan(Int(fault.span.start)..<end)
    report(
      Finding(
        fault.isEnd
          ? messages.closesNothing(tag)
          : messages.unclosed(tag), at: place, actual: tag), to: &findings)
  }

  private static func name(_ fault: Document.UnpairedTag) -> String { "\(fault.tag.name)" }

  /// The end tag of an open element that spaces were put into: `</ div>`, `< / div>`.
  private static func tornEnd(of fault: Document.UnpairedTag, _ pair: TranslationPair) -> SourceSpan? {
    if fault.isEnd { return nil }
    let bytes = pair.translation.source.bytes
    let end = min(bytes.count, Int(fault.span.start) + farthestEnd)
    let wanted = Array("</\(name(fault))>".utf8)
    var start = Int(fault.span.start) + 1
    while start < end {
      if bytes[start] == UInt8(ascii: "<"), let last = endOfTorn(wanted, at: start, bytes), last - start > wanted.count
      {
        return SourceSpan(start..<last)
      }
      start += 1
    }
    return nil
  }

  private static func endOfTorn(_ wanted: [UInt8], at start: Int, _ bytes: [UInt8]) -> Int? {
    var index = start
    for byte in wanted {
      while index < bytes.count, bytes[index] == 0x20 { index += 1 }
      guard index < bytes.count, ASCIICase.lowercased(bytes[index]) == byte else { return nil }
      index += 1
    }
    return index
  }
}
