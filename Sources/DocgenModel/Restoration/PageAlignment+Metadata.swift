import DocgenMarkup
import DocgenSupport

extension PageAlignment {
  /// What gives one value of the front matter, or one item of a list, the source's text in the translation's
  /// own style.
  ///
  /// - Parameters:
  ///   - key: The key of both.
  ///   - source: The value or item in the source.
  ///   - translation: The value or item in the translation.
  ///   - isCertain: Whether the two stand for each other beyond doubt.
  /// - Returns: `nil` if one of them goes over several lines.
  package func restoration(
    ofMetadata key: String, _ source: Located<String>, at translation: Located<String>, isCertain: Bool = true
  ) -> Restoration? {
    guard let expected = Slot(source, in: self.source.source, isInBrackets: isInBrackets(key, self.source)),
      let actual = Slot(
        translation, in: self.translation.source, isInBrackets: isInBrackets(key, self.translation))
    else { return nil }
    return Restoration(SlotRestoration(from: expected, to: actual).whole(), isSafe: isCertain)
  }

  /// What gives a key all values of the source; those that are right stay as they are written.
  ///
  /// - Parameters:
  ///   - key: A key that the translation has.
  ///   - fold: What two values of the key that are the same have in common.
  /// - Returns: `nil` if the source has no value, or the translation's holds more than texts.
  package func restoration(ofAll key: String, _ fold: (String) -> String) -> Restoration? {
    guard let value = translation.frontMatter[key], let expected = source.frontMatter[key] else { return nil }
    let values = translation.frontMatter.strings(key).map { (fold($0.value), $0.value) }
    let own = Dictionary(values) { first, _ in first }
    let items = source.frontMatter.strings(key).map { own[fold($0.value)] ?? $0.value }
    guard !items.isEmpty else { return nil }
    let layout = MetadataLayout(value, in: translation.source)
    var isList = items.count > 1
    if case .list = value { isList = true }
    if case .null = value, case .list = expected { isList = true }
    return Restoration((isList ? layout.list(items) : layout.scalar(items[0])).map { [$0] }, isSafe: true)
  }

  private func isInBrackets(_ key: String, _ page: LocalizedPage) -> Bool {
    guard case .list(_, let span) = page.frontMatter[key], !span.isEmpty else { return false }
    return page.source.bytes[Int(span.start)] == UInt8(ascii: "[")
  }
}

/// How a value of the front matter is laid out, so that another takes its place in the same way.
private struct MetadataLayout {
  private let value: FrontMatter.Value
  private let bytes: [UInt8]

  init(_ value: FrontMatter.Value, in file: SourceFile) {
    self.value = value
    bytes = file.bytes
  }

  /// The edit that makes the value one text.
  func scalar(_ text: String) -> TextEdit? {
    switch value {
    case .scalar(let old, _):
      let style = style(of: old.span)
      return TextForm.yaml(style).written(Array(text.utf8)).map { TextEdit(old.span, $0) }
    case .null(let span):
      guard let text = TextForm.yaml(.plain).written(Array(text.utf8)) else { return nil }
      let needsSpace = span.start > 0 && bytes[Int(span.start) - 1] == UInt8(ascii: ":")
      return TextEdit(span, (needsSpace ? [0x20] : []) + text)
    case .list, .nested: return nil
    }
  }

  /// The edit that makes the value a list of texts: in brackets where it is, else one on a line.
  func list(_ texts: [String]) -> TextEdit? {
    switch value {
    case .list(let items, let span):
      guard let first = items.first, let last = items.last, !span.isEmpty else { return nil }
      let style = style(of: first.span)
      let quote: Int32 = style == .plain ? 0 : 1
      let whole = SourceSpan(
        start: first.span.start - quote, end: last.span.end + (self.style(of: last.span) == .plain ? 0 : 1))
      if bytes[Int(span.start)] == UInt8(ascii: "[") {
        return joined(texts, style, separator: Array(", ".utf8), isNested: true).map { TextEdit(whole, $0) }
      }
      let lineStart = bytes[..<Int(whole.start)].lastIndex { $0 == 0x0A || $0 == 0x0D }.map { $0 + 1 } ?? 0
      let prefix = bytes[lineStart..<Int(whole.start)]
      guard prefix.allSatisfy({ $0 == 0x20 || $0 == UInt8(ascii: "-") }) else { return nil }
      return joined(texts, style, separator: lineEnd + prefix).map { TextEdit(whole, $0) }
    case .scalar(let old, _):
      let quote: Int32 = style(of: old.span) == .plain ? 0 : 1
      return lines(texts, at: SourceSpan(start: old.span.start - quote, end: old.span.end + quote))
    case .null(let span): return lines(texts, at: span)
    case .nested: return nil
    }
  }

  /// A list below the key, in the place of what stands after its colon.
  private func lines(_ texts: [String], at span: SourceSpan) -> TextEdit? {
    var start = Int(span.start)
    while start > 0, bytes[start - 1] == 0x20 { start -= 1 }
    guard start > 0, bytes[start - 1] == UInt8(ascii: ":") else { return nil }
    let prefix = lineEnd + Array("- ".utf8)
    return joined(texts, .plain, separator: prefix).map {
      TextEdit(SourceSpan(start..<max(start, Int(span.end))), prefix + $0)
    }
  }

  private func joined(
    _ texts: [String], _ style: YAMLScalar.Style, separator: [UInt8], isNested: Bool = false
  ) -> [UInt8]? {
    let quote: [UInt8] =
      switch style {
      case .singleQuoted: Array("'".utf8)
      case .doubleQuoted: Array("\"".utf8)
      default: []
      }
    var result: [UInt8] = []
    for (index, text) in texts.enumerated() {
      guard let written = TextForm.yaml(style).written(Array(text.utf8), isNested: isNested) else { return nil }
      result += (index > 0 ? separator : []) + quote + written + quote
    }
    return result
  }

  private func style(of span: SourceSpan) -> YAMLScalar.Style {
    switch span.start > 0 ? bytes[Int(span.start) - 1] : 0 {
    case UInt8(ascii: "'"): .singleQuoted
    case UInt8(ascii: "\""): .doubleQuoted
    default: .plain
    }
  }

  private var lineEnd: [UInt8] {
    guard let index = bytes.firstIndex(of: 0x0A), index > 0, bytes[index - 1] == 0x0D else { return [0x0A] }
    return [0x0D, 0x0A]
  }
}
