import DocgenMarkup
import DocgenSupport

/// Shows a page of documentation on a terminal: headings and names stand out, paragraphs fit the width.
struct MarkdownText {
  /// The columns of a line.
  let width: Int
  let styles: Styles

  /// The page as text.
  func text(of document: Document) -> ByteBuffer {
    var buffer = ByteBuffer()
    guard !document.nodes.isEmpty else { return buffer }
    appendBlocks(of: 0, in: document, indent: 0, to: &buffer)
    return buffer
  }

  private func appendBlocks(of index: Int, in document: Document, indent: Int, to buffer: inout ByteBuffer) {
    for child in document.children(of: index) {
      let node = document.nodes[child]
      switch node.kind {
      case .comment, .ignored: continue
      case _ where !buffer.bytes.isEmpty && !node.flags.contains(.tight): appendGap(to: &buffer)
      default: break
      }
      append(child, in: document, indent: indent, to: &buffer)
    }
  }

  private func append(_ index: Int, in document: Document, indent: Int, to buffer: inout ByteBuffer) {
    let node = document.nodes[index]
    switch node.kind {
    case .heading: appendLines(of: index, in: document, style: .heading, indent: indent, to: &buffer)
    case .codeBlock: appendCode(document, index, indent: indent + 4, to: &buffer)
    case .table: appendTable(index, in: document, indent: indent, to: &buffer)
    case .bulletList, .orderedList: appendList(index, in: document, indent: indent, to: &buffer)
    case .blockQuote, .alert, .element: appendBlocks(of: index, in: document, indent: indent + 2, to: &buffer)
    case .thematicBreak: break
    default: appendLines(of: index, in: document, style: nil, indent: indent, to: &buffer)
    }
  }

  private func appendGap(to buffer: inout ByteBuffer) {
    if !buffer.bytes.suffix(2).elementsEqual([0x0A, 0x0A]) { buffer.append(0x0A) }
  }

  private func appendList(_ index: Int, in document: Document, indent: Int, to buffer: inout ByteBuffer) {
    let node = document.nodes[index]
    for (number, item) in document.children(of: index).enumerated() {
      let mark = node.kind == .orderedList ? "\(max(0, Int(node.payload)) + number). " : "- "
      if number > 0, !node.flags.contains(.tight) { appendGap(to: &buffer) }
      var content = ByteBuffer()
      appendBlocks(of: item, in: document, indent: indent + mark.utf8.count, to: &content)
      appendSpaces(indent, to: &buffer)
      buffer.append(mark)
      buffer.append(Array(content.bytes.drop { $0 == 0x20 }))
    }
  }

  private func appendCode(_ document: Document, _ index: Int, indent: Int, to buffer: inout ByteBuffer) {
    var text = ""
    for child in document.children(of: index) {
      document.withText(of: document.nodes[child]) { text += String(decoding: $0, as: UTF8.self) }
    }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    for line in lines {
      if !line.isEmpty {
        appendSpaces(indent, to: &buffer)
        styles.append(.code, to: &buffer) { VisibleText.append(String(line), to: &$0) }
      }
      buffer.append(0x0A)
    }
  }

  private func appendTable(_ index: Int, in document: Document, indent: Int, to buffer: inout ByteBuffer) {
    let rows = document.children(of: index).map { row in
      document.children(of: row).map { VisibleText.string(document.text(of: $0).string) }
    }
    let columns = rows.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in
      rows.map { column < $0.count ? DisplayWidth.of($0[column]) : 0 }.max() ?? 0
    }
    for (number, row) in rows.enumerated() {
      appendSpaces(indent, to: &buffer)
      for (column, cell) in row.enumerated() {
        if number == 0 {
          styles.append(.heading, to: &buffer) { $0.append(cell) }
        } else {
          buffer.append(cell)
        }
        if column + 1 < row.count { appendSpaces(widths[column] - DisplayWidth.of(cell) + 2, to: &buffer) }
      }
      buffer.append(0x0A)
    }
  }

  /// The text of a block, broken at spaces.
  private func appendLines(
    of index: Int, in document: Document, style: Styles.Style?, indent: Int, to buffer: inout ByteBuffer
  ) {
    var words = Words()
    collect(index, in: document, style: nil, into: &words)
    for line in words.lines(width: width - indent) {
      appendSpaces(indent, to: &buffer)
      if let style {
        styles.append(style, to: &buffer) { buffer in
          for run in line { buffer.append(run.text) }
        }
      } else {
        for run in line { append(run, to: &buffer) }
      }
      buffer.append(0x0A)
    }
  }

  private func append(_ run: Words.Run, to buffer: inout ByteBuffer) {
    guard let style = run.style else { return buffer.append(run.text) }
    styles.append(style, to: &buffer) { $0.append(run.text) }
  }

  private func appendSpaces(_ count: Int, to buffer: inout ByteBuffer) {
    for _ in 0..<max(0, count) { buffer.append(0x20) }
  }
}

extension MarkdownText {
  /// Text in pieces between which a line may be broken; a piece may change its style.
  private struct Words {
    struct Run {
      var text: String
      var style: Styles.Style?
    }

    private var all: [[Run]] = []
    private var isOpen = false

    mutating func append(_ text: String, style: Styles.Style?) {
      var isFirst = true
      for part in text.split(separator: " ", omittingEmptySubsequences: false) {
        if !isFirst { isOpen = false }
        isFirst = false
        guard !part.isEmpty else { continue }
        let run = Run(text: VisibleText.string(String(part)), style: style)
        if isOpen { all[all.count - 1].append(run) } else { all.append([run]) }
        isOpen = true
      }
    }

    mutating func breakHere() { isOpen = false }

    /// The pieces in lines that fit, with the spaces between them.
    func lines(width: Int) -> [[Run]] {
      var lines: [[Run]] = []
      var column = 0
      for word in all {
        let length = word.reduce(0) { $0 + DisplayWidth.of($1.text) }
        if lines.isEmpty || column + 1 + length > width {
          lines.append(word)
          column = length
        } else {
          lines[lines.count - 1] += [Run(text: " ")] + word
          column += 1 + length
        }
      }
      return lines
    }
  }

  private func collect(_ index: Int, in document: Document, style: Styles.Style?, into words: inout Words) {
    for child in document.children(of: index) {
      let node = document.nodes[child]
      switch node.kind {
      case .text:
        document.withText(of: node) { words.append(String(decoding: $0, as: UTF8.self), style: style) }
      case .softBreak, .lineBreak: words.breakHere()
      case .code:
        // Without colours only the marks tell a name from a word.
        let text = document.text(of: child).string
        words.append(styles.isColored ? text : "`\(text)`", style: style ?? .code)
      case .strong, .emphasis: collect(child, in: document, style: style ?? .strong, into: &words)
      case .comment, .ignored, .htmlInline: break
      default: collect(child, in: document, style: style, into: &words)
      }
    }
  }
}
