import DocgenSupport

/// Makes broken pages out of good ones, the same ones each time for the same seed.
struct Mutator: RandomNumberGenerator {
  /// Pieces of markup that open, close or confuse something.
  static let pieces: [String] = [
    "<dl>", "</dl>", "<dt>", "</dt>", "<dd>", "</dd>", "<dl> <dt>\n\n", "\n\n</dd> </dl>", "<table>", "</table>",
    "<tr>", "<td>", "</td>", "<ul>", "<li>", "</ul>", "<p>", "</p>", "<pre>", "</pre>", "<b>", "</b>",
    "<a href=\"x\">", "</a>", "<!--", "-->", "<script>", "</script>", "<style>", "<div", "<br/>", "<size>", "\n",
    "\n\n", "\r\n", "\r", "\t", "    ", "> ", ">", "- ", "1. ", "* ", "*", "**", "_", "__", "`", "```\n", "~~",
    "~~~\n", "[", "]", "](", ")", "](a.md)", "![", "[a]: b\n", "[a]", "|", "\n|-|-|\n", "\\", "\\|", "&", "&amp;",
    "&#0;", "<", ">", "\"", "# ", "\n===\n", "\n---\n", "\u{FEFF}", "\u{A0}", "é", "\u{0}", "[!NOTE]", "> [!TIP]\n",
    "- [x] ", "<https://a.b>", ":", "  \n",
  ]

  private var numbers: SplitMix64

  init(seed: UInt64) {
    numbers = SplitMix64(seed: seed)
  }

  mutating func next() -> UInt64 { numbers.next() }

  /// A page with one to eight changes.
  mutating func mutated(_ page: [UInt8], among others: [[UInt8]]) -> [UInt8] {
    var bytes = page
    for _ in 0..<Int.random(in: 1...8, using: &self) { mutate(&bytes, others) }
    return Array(bytes.prefix(20_000))
  }

  private mutating func mutate(_ bytes: inout [UInt8], _ others: [[UInt8]]) {
    let place = Int.random(in: 0...bytes.count, using: &self)
    let end = min(bytes.count, place + Int.random(in: 0...40, using: &self))
    switch Int.random(in: 0..<8, using: &self) {
    case 0:
      if place < bytes.count { bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &self) }
    case 1:
      bytes.removeSubrange(place..<end)
    case 2:
      bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: 0...bytes.count, using: &self))
    case 3:
      if place < bytes.count { bytes[place] = UInt8.random(in: 0...255, using: &self) }
    case 4:
      let piece = Array(piece().utf8)
      bytes.insert(contentsOf: repeatElement(piece, count: Int.random(in: 1...30, using: &self)).joined(), at: place)
    case 5:
      if let other = others.randomElement(using: &self) {
        let start = Int.random(in: 0...other.count, using: &self)
        bytes.insert(contentsOf: other[start..<min(other.count, start + 200)], at: place)
      }
    default:
      bytes.insert(contentsOf: piece().utf8, at: place)
    }
  }

  private mutating func piece() -> String { Self.pieces.randomElement(using: &self) ?? "" }
}
