import DocgenSupport
import Glibc

extension CostlyMarkup {
  /// Hides what is looked at again and again in a paragraph: `![` for each link that follows it, and all that follows
  /// a `<?`, `<!NAME` or `<![CDATA[` for its end.
  mutating func limitOpenMarkup() {
    let images = count(UInt8(ascii: "!"))
    let brackets = count(UInt8(ascii: "]"))
    let declarations = countDeclarations()
    let size = bytes.count - (lines.starts.first ?? 0)
    guard images * brackets > Limits.paragraphSteps || declarations * size > Limits.paragraphSteps else { return }
    var line = 0
    while line < lines.starts.count {
      let first = line
      line += 1
      while line < lines.starts.count, lines.starts[line] < bytes.count, !isBlankLine(line) { line += 1 }
      limitOpenMarkup(lines.starts[first]..<(line < lines.starts.count ? lines.starts[line] : bytes.count))
    }
  }

  private mutating func limitOpenMarkup(_ paragraph: Range<Int>) {
    let brackets = bytes[paragraph].reduce(0) { $0 + ($1 == UInt8(ascii: "]") ? 1 : 0) }
    var images = Limits.paragraphSteps / max(1, brackets)
    var declarations = Limits.paragraphSteps / max(1, paragraph.count)
    for index in paragraph where index + 1 < paragraph.upperBound {
      if isImage(index) {
        images -= 1
        if images < 0 { hide(index + 1, for: .openMarkup) }
      } else if isDeclaration(index) {
        declarations -= 1
        if declarations < 0 { hide(index, for: .openMarkup) }
      }
    }
  }

  private func isImage(_ index: Int) -> Bool {
    bytes[index] == UInt8(ascii: "!") && bytes[index + 1] == UInt8(ascii: "[")
  }

  private func countDeclarations() -> Int {
    guard let base = UnsafeRawPointer(bytes.baseAddress) else { return 0 }
    var count = 0
    var index = lines.starts.first ?? 0
    while index + 1 < bytes.count, let found = memchr(base + index, 0x3C, bytes.count - 1 - index) {
      index = UnsafeRawPointer(found) - base
      if isDeclaration(index) { count += 1 }
      index += 1
    }
    return count
  }

  private func isDeclaration(_ index: Int) -> Bool {
    guard bytes[index] == UInt8(ascii: "<") else { return false }
    switch bytes[index + 1] {
    case UInt8(ascii: "?"): return true
    // Comments are read at once.
    case UInt8(ascii: "!"): return index + 2 < bytes.count && bytes[index + 2] != UInt8(ascii: "-")
    default: return false
    }
  }
}
