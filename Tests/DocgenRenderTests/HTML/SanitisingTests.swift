import Testing

/// Attacks that a page from outside may carry, and what must never reach a reader.
@Suite struct SanitisingTests {
  static let attacks = [
    "<script>alert(1)</script>", "<SCRIPT SRC=https://evil.example/x.js></SCRIPT>", "<script>alert(1)",
    "<scr<script>ipt>alert(1)</scr</script>ipt>", "text <script>alert(1)</script> text",
    "<img src=x onerror=alert(1)>", "<img src=images/x.png onerror=\"alert(1)\" style=\"x\">",
    "<img src=\"javascript:alert(1)\">", "<img src=\"data:image/svg+xml,<svg onload=alert(1)>\">",
    "<a href=\"javascript:alert(1)\">x</a>", "<a href=\" java\nscript:alert(1)\">x</a>",
    "<a href=\"&#106;avascript:alert(1)\">x</a>", "<a href=\"data:text/html,<script>alert(1)</script>\">x</a>",
    "<a href=\"vbscript:x\" onclick=alert(1)>x</a>", "[x](javascript:alert(1))", "[x](<javascript:alert(1)>)",
    "[x](JaVaScRiPt:alert(1))", "[x](data:text/html;base64,PHNjcmlwdD4=)", "![x](javascript:alert(1))",
    "<javascript:alert(1)>", "[x]: javascript:alert(1)\n\n[x]", "<div style=\"background:url(javascript:x)\">x</div>",
    "<div onmouseover='alert(1)'>x</div>", "<div OnMouseOver=alert(1)>x</div>", "<style>body{display:none}</style>",
    "<iframe src=https://evil.example></iframe>", "<object data=x></object>", "<embed src=x>",
    "<form action=https://evil.example><input name=q><button>x</button></form>", "<base href=https://evil.example>",
    "<link rel=stylesheet href=https://evil.example/x.css>", "<meta http-equiv=refresh content=0>",
    "<svg onload=alert(1)><a xlink:href=\"javascript:alert(1)\"></a></svg>",
    "<math><mi xlink:href=\"data:x\"></mi></math>",
    "<video src=x onerror=alert(1)></video>", "<details open ontoggle=alert(1)><summary>x</summary></details>",
    "<body onload=alert(1)>", "<template><script>alert(1)</script></template>",
    "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>",
    "<p title='\"><script>alert(1)</script>'>x</p>", "<p id=\"x\" onclick=\"alert(1)\">x</p>",
    "<textarea><script>alert(1)</script></textarea>", "<title><script>alert(1)</script></title>",
    "`<script>alert(1)</script>`", "```<script>\n<script>alert(1)</script>\n```", "# <script>alert(1)</script>",
    "| <script>alert(1)</script> |\n|---|\n| <img src=x onerror=alert(1)> |", "<!--><script>alert(1)</script>-->",
    "<a href=x.md title='\" onclick=alert(1) x=\"'>x</a>", "[x](x.md '\" onclick=\"alert(1)')",
    "```\" onclick=\"alert(1)\nx\n```", "<td><script>alert(1)</script></td>", "<a name='\"><script>x</script>'></a>",
  ]

  @Test(arguments: attacks)
  func leavesNothingThatRuns(_ attack: String) {
    let html = siteHTML(of: attack)
    for tag in Self.tags(of: html) {
      #expect(Self.allowedNames.contains(tag.name), "\(tag.name) in \(html)")
      for attribute in tag.attributes {
        #expect(Self.allowedAttributes.contains(attribute.name), "\(attribute.name) in \(html)")
        if attribute.name == "href" || attribute.name == "src" {
          let isPlain = ["#", "https://", "x.html", "images/"].contains { attribute.value.hasPrefix($0) }
          #expect(isPlain, "\(attribute.value) in \(html)")
        }
      }
    }
  }

  static let allowedNames: Set<String> = [
    "a", "code", "dd", "del", "details", "div", "dl", "dt", "em", "h2", "img", "li", "p", "pre", "span", "strong",
    "summary", "table", "tbody", "td", "th", "thead", "tr", "ul",
  ]
  static let allowedAttributes: Set<String> = [
    "alt", "aria-label", "class", "data-language", "href", "id", "open", "rel", "role", "scope", "src", "tabindex",
    "title",
  ]

  struct Tag {
    var name: String
    var attributes: [(name: String, value: String)] = []
  }

  /// The start tags of HTML, read as strictly as the writer writes them.
  static func tags(of html: String) -> [Tag] {
    var tags: [Tag] = []
    var rest = Substring(html)
    while let open = rest.firstIndex(of: "<") {
      rest = rest[rest.index(after: open)...]
      if rest.first == "/" { continue }
      var tag = Tag(name: String(rest.prefix { $0 != " " && $0 != ">" }))
      rest = rest.dropFirst(tag.name.count)
      while rest.first == " " {
        rest = rest.dropFirst()
        let name = rest.prefix { $0 != "=" && $0 != ">" && $0 != " " }
        rest = rest.dropFirst(name.count)
        var value: Substring = ""
        if rest.hasPrefix("=\"") {
          rest = rest.dropFirst(2)
          value = rest.prefix { $0 != "\"" }
          rest = rest.dropFirst(value.count + 1)
        }
        tag.attributes.append((String(name), String(value)))
      }
      #expect(rest.first == ">", "a tag that does not end: \(html)")
      tags.append(tag)
    }
    return tags
  }
}
