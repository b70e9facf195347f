import DocgenMarkup

/// How an element of a page is written: as itself, as one that is valid today, or not at all.
enum ElementRole {
  /// An inline element of this name.
  case inline(StaticString)
  /// A block of this name; where no block may stand, just what it holds.
  case block(StaticString)
  case paragraph
  case preformatted
  case heading(Int)
  case anchor
  case image
  case lineBreak
  case wordBreak
  case thematicBreak
  case descriptionList
  case list(StaticString)
  case table
  case details
  case quotation
  case ruby
  /// What it holds, without a tag.
  case transparent
  /// Nothing, with all it holds.
  case dropped
}

extension HTMLTag {
  /// Whether the element is written as a `<span>`, which without attributes means nothing.
  var isPlain: Bool {
    switch self {
    case .bdo, .big, .data, .font, .nobr, .span, .time: true
    default: false
    }
  }

  /// The role of the element on a site.
  var role: ElementRole {
    switch self {
    case .a: .anchor
    case .abbr: .inline("abbr")
    case .b: .inline("b")
    case .bdi: .inline("bdi")
    case .cite: .inline("cite")
    case .code, .tt: .inline("code")
    case .del: .inline("del")
    case .dfn: .inline("dfn")
    case .em: .inline("em")
    case .i: .inline("i")
    case .ins: .inline("ins")
    case .kbd: .inline("kbd")
    case .mark: .inline("mark")
    case .q: .inline("q")
    case .s, .strike: .inline("s")
    case .samp: .inline("samp")
    case .small: .inline("small")
    case .strong: .inline("strong")
    case .sub: .inline("sub")
    case .sup: .inline("sup")
    case .u: .inline("u")
    case .var: .inline("var")
    case .bdo, .big, .data, .font, .nobr, .span, .time: .inline("span")
    case .br: .lineBreak
    case .wbr: .wordBreak
    case .hr: .thematicBreak
    case .img: .image
    case .p, .summary: .paragraph
    case .pre: .preformatted
    case .h1, .h2: .heading(2)
    case .h3: .heading(3)
    case .h4: .heading(4)
    case .h5: .heading(5)
    case .h6: .heading(6)
    case .address, .article, .aside, .center, .div, .figure, .footer, .header, .main, .nav, .section: .block("div")
    case .caption, .dd, .dt, .figcaption, .li, .td, .th: .block("div")
    case .blockquote: .quotation
    case .details: .details
    case .dl: .descriptionList
    case .ol: .list("ol")
    case .ul: .list("ul")
    case .table: .table
    case .ruby: .ruby
    case .picture, .rp, .rt, .tbody, .tfoot, .thead, .tr: .transparent
    case .col, .colgroup, .source: .dropped
    // Drawings and films hold scripts, styles and addresses of their own.
    case .math, .svg, .video: .dropped
    case .unknown: .transparent
    case .applet, .audio, .base, .body, .button, .embed, .form, .frame, .frameset, .head, .html, .iframe, .input, .link,
      .meta, .noscript, .object, .option, .script, .select, .style, .template, .textarea, .title:
      .dropped
    }
  }
}
