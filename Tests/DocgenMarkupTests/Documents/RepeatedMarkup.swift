import Testing

/// One piece of markup many times over, and what stands after all of them.
struct RepeatedMarkup: CustomTestStringConvertible {
  let piece: String
  var end = ""

  var testDescription: String { (piece + " … " + end).debugDescription }

  /// A page of about so many bytes.
  func page(of size: Int) -> [UInt8] {
    Array((String(repeating: piece, count: size / piece.utf8.count) + end).utf8)
  }

  static let all: [RepeatedMarkup] = containers + elements + inlines + blocks

  private static let containers: [RepeatedMarkup] = [
    .init(piece: "> ", end: "a"), .init(piece: ">"), .init(piece: "- ", end: "a"), .init(piece: "1. ", end: "a"),
    .init(piece: "* a\n"), .init(piece: "> a\n\n"), .init(piece: "> [!NOTE]\n"), .init(piece: "- [ ] a\n"),
    .init(piece: "- a\n\n"),
  ]

  private static let elements: [RepeatedMarkup] = [
    .init(piece: "<dl>"), .init(piece: "<dl><dt>a<dd>"), .init(piece: "<dt>a<dd>", end: "</dl>\n\na *b* c"),
    .init(piece: "<dd><dt>a</dl>", end: "\n\n*b* c"), .init(piece: "<div>"), .init(piece: "<div>\n\n"),
    .init(piece: "<b>", end: "a"), .init(piece: "<b>\n\n"), .init(piece: "a <b>\n\n"), .init(piece: "</dl>"),
    .init(piece: "<table><tr><td>", end: "a"), .init(piece: "<td>"), .init(piece: "<ul><li>", end: "a"),
    .init(piece: "<p>", end: "a"), .init(piece: "<p>*a"), .init(piece: "<"), .init(piece: "<a"),
    .init(piece: "<a b=\""), .init(piece: "<p a=\""), .init(piece: "<!--"), .init(piece: "a <!--"),
    .init(piece: "<!-- -->"), .init(piece: "<?"), .init(piece: "a <?"), .init(piece: "a <!A"),
    .init(piece: "a <![CDATA["), .init(piece: "<p><![CDATA["), .init(piece: "<p><?"), .init(piece: "<p><!"),
    .init(piece: "</"), .init(piece: "<p></"), .init(piece: "<script>"), .init(piece: "a <script>"),
    .init(piece: "<p><script>"), .init(piece: "<p><title>"), .init(piece: "<pre>\n"), .init(piece: "<p a b c d>"),
    .init(piece: "<a a=\"&\" "),
  ]

  private static let inlines: [RepeatedMarkup] = [
    .init(piece: "[", end: "a"), .init(piece: "![", end: "a"), .init(piece: "[a]("), .init(piece: "[a](b '"),
    .init(piece: "[a](<b"), .init(piece: "[a][", end: "\n\n[a]: b"), .init(piece: "[a] ", end: "\n\n[a]: b"),
    .init(piece: "[a](", end: "\n\n[a]: b"), .init(piece: "[a](b ", end: "\n\n[a]: b"), .init(piece: "[a](b) "),
    .init(piece: "*", end: "a"), .init(piece: "*a "), .init(piece: "*a **b "), .init(piece: "_a "),
    .init(piece: "a_"), .init(piece: "**a* "), .init(piece: "*a_ "), .init(piece: "`"), .init(piece: "`a "),
    .init(piece: "`` a ` "), .init(piece: "~", end: "a"), .init(piece: "~~a "), .init(piece: "&"),
    .init(piece: "&a;"), .init(piece: "&amp;"), .init(piece: "<p>&"), .init(piece: "<p>&a;"), .init(piece: "\\"),
    .init(piece: "\\a"), .init(piece: "\\|"), .init(piece: "<https://a.b> "), .init(piece: ":"),
    .init(piece: "![a](b)\\\n"), .init(piece: "*a*\n"), .init(piece: "`a\n`"), .init(piece: "a  \n"),
  ]

  private static let blocks: [RepeatedMarkup] = [
    .init(piece: "|"), .init(piece: "a|b\n-|-\n"), .init(piece: "|a|b|\n", end: "|-|-|\n"),
    .init(piece: "|a\n|-\n|"), .init(piece: "|a|\n|-|\n|\\||\n"), .init(piece: "a\n", end: "==="),
    .init(piece: "# a\n"), .init(piece: "---\n"), .init(piece: "a\n\n"), .init(piece: "\t", end: "a"),
    .init(piece: "\ta\n"), .init(piece: "```\n"), .init(piece: "[a]: b\n"), .init(piece: "[a]: b\n", end: "a"),
    .init(piece: "[a]: b '\n"), .init(piece: "a"), .init(piece: "\u{0}"), .init(piece: "é"), .init(piece: "\r"),
    .init(piece: "\n"), .init(piece: " ", end: "a"), .init(piece: "    a\n\n"), .init(piece: "a\n===\n"),
  ]
}
