/// The HTML elements that a page may use, by name.
///
/// What is not listed here is no markup: `<size>` in prose is a placeholder and is shown as text.
public enum HTMLTag: UInt8, Sendable, CaseIterable {
  case unknown
  case a, abbr, address, article, aside, b, bdi, bdo, big, blockquote, br, caption, center, cite, code, col, colgroup
  case data, dd, del, details, dfn, div, dl, dt, em, figcaption, figure, font, footer, h1, h2, h3, h4, h5, h6, header
  case hr, i, img, ins, kbd, li, main, mark, math, nav, nobr, ol, p, picture, pre, q, rp, rt, ruby, s, samp, section
  case small, source, span, strike, strong, sub, summary, sup, svg, table, tbody, td, tfoot, th, thead, time, tr, tt, u,
    ul
  case `var`, video, wbr
  /// Elements whose tags are dropped before a page reaches a reader, and of scripts and styles also the content.
  case applet, audio, base, body, button, embed, form, frame, frameset, head, html, iframe, input, link, meta, noscript
  case object, option, script, select, style, template, textarea, title

  /// The element's name in HTML.
  public var name: StaticString { Self.names[Int(rawValue)] }

  private static let names: [StaticString] = [
    "", "a", "abbr", "address", "article", "aside", "b", "bdi", "bdo", "big", "blockquote", "br", "caption", "center",
    "cite", "code", "col", "colgroup", "data", "dd", "del", "details", "dfn", "div", "dl", "dt", "em", "figcaption",
    "figure", "font", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "i", "img", "ins", "kbd", "li",
    "main", "mark", "math", "nav", "nobr", "ol", "p", "picture", "pre", "q", "rp", "rt", "ruby", "s", "samp", "section",
    "small", "source", "span", "strike", "strong", "sub", "summary", "sup", "svg", "table", "tbody", "td", "tfoot",
    "th", "thead", "time", "tr", "tt", "u", "ul", "var", "video", "wbr", "applet", "audio", "base", "body", "button",
    "embed", "form", "frame", "frameset", "head", "html", "iframe", "input", "link", "meta", "noscript", "object",
    "option", "script", "select", "style", "template", "textarea", "title",
  ]

  /// Finds a tag by its name, in any case; `unknown` where the name is none of HTML's.
  public init(name: UnsafeBufferPointer<UInt8>) {
    self = Self.byKey[Self.key(name)] ?? .unknown
    // Only the first letters of a long name are in the key.
    if name.count > 7 {
      let text = UnsafeBufferPointer(start: self.name.utf8Start, count: self.name.utf8CodeUnitCount)
      if !text.elementsEqual(name, by: { $0 == $1 | 0x20 }) { self = .unknown }
    }
  }

  private static let byKey: [UInt64: HTMLTag] = Dictionary(
    uniqueKeysWithValues: allCases.dropFirst().map { tag in
      let text = tag.name
      return (key(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)), tag)
    })

  /// Up to seven letters and the length, packed into one number.
  private static func key(_ name: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var key: UInt64 = UInt64(min(name.count, 255))
    for byte in name.prefix(7) { key = key << 8 | UInt64(byte | 0x20) }
    return key
  }

  /// Elements without content or end tag.
  public var isVoid: Bool {
    switch self {
    case .br, .hr, .img, .col, .wbr, .source, .base, .embed, .frame, .input, .link, .meta: true
    default: false
    }
  }

  /// Elements that may stand within a line of text.
  public var isInline: Bool {
    switch self {
    case .a, .abbr, .b, .bdi, .bdo, .big, .br, .cite, .code, .data, .del, .dfn, .em, .font, .i, .img, .ins, .kbd, .mark,
      .math, .nobr, .picture, .q, .rp, .rt, .ruby, .s, .samp, .small, .source, .span, .strike, .strong, .sub, .sup,
      .svg, .time, .tt, .u, .var, .wbr:
      true
    default: false
    }
  }

  /// Elements whose tags are left out of the document; their content stays, unless it is a script, style or title.
  public var isDropped: Bool { rawValue >= HTMLTag.applet.rawValue }

  /// Elements whose content is text, up to their end tag.
  var holdsRawText: Bool {
    switch self {
    case .script, .style, .textarea, .title: true
    default: false
    }
  }
}
