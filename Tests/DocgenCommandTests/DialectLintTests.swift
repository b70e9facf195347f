import DocgenSupport
import DocgenTestSupport
import Testing

@testable import DocgenCommand

/// Translations in a dialect: what is right there, and what is not.
@Suite struct DialectLintTests {
  /// The findings on a page, as rule and line, without those that are asked not to count.
  private static func findings(
    _ dialect: String, _ source: String, _ translation: String, others: [String: String] = [:]
  ) throws -> [String] {
    var files = ["content/en/p.md": "# P\n\n" + source, "content/de/p.md": "# P\n\n" + translation]
    for (name, text) in others {
      files["content/en/" + name] = text
      files["content/de/" + name] = text
    }
    let folder = try TemporaryFolder(files)
    let run = Invocation(
      "lint --content \(folder.path)/content --source-locale en --source-history none --dialect \(dialect) --format json"
    )
    let items = try #require(try JSONReader.read(Array(run.output.utf8))["diagnostics"]?.items)
    return items.compactMap { item in
      guard let rule = item["rule"]?.string, let line = item["line"]?.integer else { return nil }
      return "\(rule) \(line)"
    }
  }

  @Test func addressesOfMacrosMayBeWrittenInTwoWays() throws {
    let source = "See {{glossary(\"aspect ratio\")}} and {{cssxref(\"color\")}}.\n"
    #expect(
      try Self.findings(
        "mdn", source, "Siehe {{Glossary(\"aspect_ratio\", \"Verhältnis\")}} und {{cssxref(\"color\")}}.\n"
      )
      .isEmpty)
    #expect(
      try Self.findings(
        "mdn", source, "Siehe {{Glossary(\"aspect_rate\", \"Verhältnis\")}} und {{cssxref(\"color\")}}.\n")
        == ["mismatched-directive 3"])
  }

  /// A fix of the target leaves the text that only the translation has.
  @Test func fixesOfTargetsKeepTheText() throws {
    let folder = try TemporaryFolder([
      "content/en/p.md": "# P\n\nSee {{glossary(\"aspect ratio\", \"ratio\")}}.\n",
      "content/de/p.md": "# P\n\nSiehe {{glossary(\"aspect rate\", \"Verhältnis\")}}.\n",
    ])
    _ = Invocation(
      "lint --content \(folder.path)/content --source-locale en --source-history none --dialect mdn --fix --unsafe --quiet"
    )
    let text = String(decoding: try FileSystem.read(folder.path + "/content/de/p.md"), as: UTF8.self)
    #expect(text == "# P\n\nSiehe {{glossary(\"aspect ratio\", \"Verhältnis\")}}.\n")
  }

  /// Each page brings in what it uses, and from where is what has to be the same.
  @Test func importsAreComparedByTheirModules() throws {
    let text = "\n\n<Tabs>\n\n</Tabs>\n"
    let source = "import { Tabs, Steps } from '@site/parts';\nimport Box from './box';" + text
    #expect(
      try Self.findings("docusaurus", source, "import Box from './box';\nimport { Tabs } from \"@site/parts\"" + text)
        .isEmpty)
    #expect(
      try Self.findings(
        "docusaurus", source, "import Box from './box';\nimport { Tabs } from '@site/others';" + text
      ).contains { $0.hasPrefix("mismatched-directive") })
  }

  /// The options of each command are told in tables below equal titles, whose ids a translation writes as they are numbered.
  @Test func tablesBelowEqualTitlesAreThoseOfTheSource() throws {
    func page(_ titles: [String], _ option: String, _ text: String) -> String {
      titles.map { "## `box \($0)\n\n| \(option) | \(text) |\n|-|-|\n| `--\($0.prefix(4)) <path>` | \(text) |\n\n" }
        .joined()
    }
    let source = page(["open`\n\n### Options", "stop`\n\n### Options"], "Option", "What it does")
    let translation = page(
      ["open`\n\n### Optionen {#options}", "stop`\n\n### Optionen {#options-1}"], "Option", "Was sie macht")
    #expect(try Self.findings("docusaurus", source, translation).isEmpty)
  }

  /// An address that a shortcode is a part of is known to nobody.
  @Test func addressesWithShortcodesAreNotLookedUp() throws {
    let text = "[a][b] and [c](<{{% param base %}}/c>)\n\n[b]: <{{% param base %}}>\n"
    let found = try Self.findings("hugo", text, text).joined(separator: ", ")
    #expect(!found.contains("broken-link"), "\(found)")
  }

  /// A line in bold above code says what that is, and names no parameter.
  @Test func labelsOfCodeAreWords() throws {
    let code = "\n\n```ts\ninterface Box {\n  size?: number\n}\n```\n"
    #expect(
      try Self.findings(
        "docusaurus", "## `openBox(name)`\n\nOpens it.\n\n**Types**" + code,
        "## `openBox(name)`\n\nÖffnet sie.\n\n**Typen**" + code
      ).isEmpty)
  }

  @Test func pathsOfTheBuildAreNotLookedUp() throws {
    let text = "![A](@assets/a.svg) [b](@site/b.md)\n"
    #expect(try Self.findings("docusaurus", text, text).isEmpty)
    #expect(try !Self.findings("hugo", text, text).isEmpty)
  }

  /// What a text from another file is given is text, and which anchors it has nobody knows.
  @Test func includesTakeTextAndBringAnchors() throws {
    #expect(
      try Self.findings(
        "hugo", "{{% include \"keep.md\" adopter %}}\n\n[a](#brought)\n",
        "{{% include \"keep.md\" Anwender %}}\n\n[a](#brought)\n"
      ).filter { !$0.hasPrefix("broken-link") }.isEmpty)
    #expect(try Self.findings("hugo", "[a](#brought)\n", "[a](#brought)\n") == ["broken-anchor 3"])
  }

  /// Python-Markdown has in bold what CommonMark has not.
  @Test func boldBesidePunctuationIsBold() throws {
    let (source, translation) = ("**It** (so).\n", "一**（它）**的.\n")
    #expect(try Self.findings("mkdocs", source, translation).isEmpty)
    #expect(try Self.findings("hugo", source, translation) == ["broken-emphasis 3"])
  }

  @Test func argumentsMayNameHeadingsInTheLanguageOfThePage() throws {
    let source = "## Setting `wrap`\n\n{{EmbedLiveSample('Setting `wrap`', '', 200)}}\n"
    #expect(
      try Self.findings("mdn", source, "## `wrap` festlegen\n\n{{EmbedLiveSample('wrap_festlegen', '', 200)}}\n")
        .isEmpty)
    #expect(
      try Self.findings("mdn", source, "## `wrap` festlegen\n\n{{EmbedLiveSample('Festlegung', '', 200)}}\n")
        == ["mismatched-directive 5"])
  }

  @Test func anchorsOfTranslatedTitlesAreThoseOfTheSource() throws {
    let source = "See [below](#see_also).\n\n## See also\n\nText.\n"
    #expect(
      try Self.findings("mdn", source, "Siehe [unten](#siehe_auch).\n\n## Siehe auch\n\nText in Worten.\n").isEmpty)
  }

  @Test func termsOfListsAreAnchors() throws {
    let list = "- `sticky`\n  - : Text.\n- [`<size>`](#sticky) {{optional_inline}}\n  - : Text.\n\nSee [it](#size).\n"
    #expect(try Self.findings("mdn", list, list.replacing("Text", "Wort", "See", "Siehe")).isEmpty)
    #expect(try Self.findings("mdn", "[it](#gone)\n" + list, "[es](#gone)\n" + list) == ["broken-anchor 3"])
    let folder = try TemporaryFolder(["content/en/p.md": "# P\n\n\(list)"])
    let site = folder.path + "/public"
    _ = Invocation("build --content \(folder.path)/content --source-locale en --dialect mdn --output \(site) --quiet")
    let html = String(decoding: try FileSystem.read(site + "/en/p.html"), as: UTF8.self)
    #expect(html.contains("<dt id=\"sticky\"><code>sticky</code></dt>\n<dd>Text.</dd>"))
    #expect(html.contains("<a href=\"#size\">it</a>"))
  }

  /// Titles, labels and the texts of badges are words; files and expressions are not.
  @Test func partsOfVitePressAreCompared() throws {
    func page(_ title: String, _ word: String, _ file: String = "a.js", _ name: String = "count") -> String {
      "## \(title) <Badge text=\"\(word)\" />\n\n::: tip \(title)\nText.\n:::\n\n::: code-group\n\n"
        + "<<< @/parts/\(file){1} [\(title)]\n\n:::\n\n[[toc]]\n\n<!--@include: ./parts/a.md-->\n\nIt: {{ \(name) }}.\n"
    }
    func findings(_ translation: String) throws -> [String] {
      try Self.findings("vitepress", page("Boxes", "new"), translation).filter { $0.hasPrefix("mismatched-directive") }
    }
    #expect(try findings(page("Kästen", "neu")).isEmpty)
    #expect(try findings(page("Kästen", "neu", "b.js")) == ["mismatched-directive 11"])
    #expect(try findings(page("Kästen", "neu", "a.js", "zahl")).contains("mismatched-directive 19"))
    // As within `v-pre`, where it is shown as it stands.
    #expect(try Self.findings("vitepress", "It: {{ this is shown as-is }}.\n", "Es: {{ dies steht so da }}.\n") == [])
  }

  /// A badge is no part of an anchor, and a hyphen stands for all that is between words.
  @Test func anchorsOfVitePressAreThoseOfWords() throws {
    let text = "## box.open <Badge text=\"new\" />\n\nSee [it](#box-open) and [that](#boxopen).\n"
    #expect(
      try Self.findings("vitepress", text, text).filter { $0.hasPrefix("broken-anchor") } == ["broken-anchor 5"])
  }

  @Test func hostsOfTheOwnLanguageAreRight() throws {
    let source = "See [space](https://en.example.org/wiki/Space).\n"
    #expect(try Self.findings("common", source, "Siehe [Raum](https://de.example.org/wiki/Raum).\n").isEmpty)
    #expect(
      try Self.findings("common", source, "Siehe [Raum](https://fr.example.org/wiki/Raum).\n") == ["mismatched-link 3"])
  }

  /// A whole address of the site's own and one from the root may be the same page.
  @Test func addressesOfTheSiteAreThoseFromItsRoot() throws {
    let source = "See [sets](https://example.org/docs/sets/) and [it](https://example.org/x).\n"
    let own = "Siehe [Mengen](/docs/sets/) und [es](https://de.example.org/x).\n"
    #expect(try Self.findings("common", source, own).filter { $0.hasPrefix("mismatched-link") } == [])
    let other = "Siehe [Mengen](/docs/rows/) und [es](https://de.example.org/x).\n"
    #expect(
      try Self.findings("common", source, other).filter { $0.hasPrefix("mismatched-link") } == ["mismatched-link 3"])
  }

  /// A component of the same name in the same section is the same, whatever else its gap holds.
  @Test func oneChangedAttributeIsToldAsSuch() throws {
    let source = "## A\n\n:::warning\nCareful.\n:::\n\n<Video src=\"/a.mp4\" poster=\"x.png\" />\n\nMore.\n"
    let translation = "## A\n\nVorsicht.\n\n<Video src=\"/a.mp4\" poster=\"y.png\" />\n\nMehr.\n\n:::note\nDa.\n:::\n"
    let found = try Self.findings("docusaurus", source, translation).filter { $0.hasPrefix("mismatched-directive") }
    #expect(found == ["mismatched-directive 5", "mismatched-directive 7", "mismatched-directive 11"])
  }

  /// A macro that is missing is one finding, and not one of its link besides.
  @Test func linksOfMacrosAreComparedAsMacros() throws {
    let findings = try Self.findings("mdn", "See {{domxref(\"Element\")}} there.\n", "Siehe dort.\n")
    #expect(findings.contains("mismatched-directive 3") && !findings.contains("mismatched-link 3"))
  }

  /// What does something else is no counterpart.
  @Test func tokensOfOtherKindsAreNotPaired() throws {
    let source = "{{< note >}}\nText.\n{{< /note >}}\n\nMore.\n"
    let translation = "{{< note >}}\nText.\n\n{{< codenew file=\"a.yaml\" >}}\n\nMehr.\n"
    #expect(
      try Self.findings("hugo", source, translation).filter { $0.hasPrefix("mismatched-directive") }.count == 2)
  }

  /// Parameters whose names end their lines are read in both languages.
  @Test func namesThatEndTheirLinesAreParameters() throws {
    let source =
      "```cpp\nvoid f(int left, int right);\n```\n\n## Parameters\n\n*left*\\\nThe first.\n\n*right*\\\nThe second.\n"
    let right =
      "```cpp\nvoid f(int left, int right);\n```\n\n## Parameter\n\n*left* -\\\nDas erste.\n\n*right*\\\nDas zweite.\n"
    #expect(try Self.findings("learn", source, right).isEmpty)
    #expect(
      try Self.findings("learn", source, right.replacing("*right*", "*rechts*")) == ["mismatched-parameter-name 12"])
  }

  /// Absolute links lead into the folders that a dialect names.
  @Test func absoluteLinksLeadIntoFolders() throws {
    let folder = try TemporaryFolder([
      "content/en/docs-conceptual/a.md":
        "# A\n\n[b](/powershell/module/Some.Module/Get-B) [c](/powershell/scripting/a)\n",
      "content/en/5.1/Some.Module/Get-B.md": "# B\n", "content/en/7.1/Some.Module/Get-B.md": "# B\n",
      "content/en/5.1/Some.Module/Get-C.md": "# C\n\n[b](/powershell/module/some.module/get-b)\n",
    ])
    let site = folder.path + "/public"
    let run = Invocation(
      "build --content \(folder.path)/content --source-locale en --dialect powershell --output \(site) --quiet")
    #expect(run.status == .success, "\(run.messages)")
    let page = String(decoding: try FileSystem.read(site + "/en/docs-conceptual/a.html"), as: UTF8.self)
    #expect(page.contains("href=\"../7.1/Some.Module/Get-B.html\"") && page.contains("href=\"a.html\""))
    let other = String(decoding: try FileSystem.read(site + "/en/5.1/Some.Module/Get-C.html"), as: UTF8.self)
    #expect(other.contains("href=\"Get-B.html\""))
  }
}

extension String {
  /// The text with others in place of parts of it.
  fileprivate func replacing(_ parts: String...) -> String {
    stride(from: 0, to: parts.count, by: 2).reduce(self) { text, index in
      text.components(of: parts[index]).joined(separator: parts[index + 1])
    }
  }

  private func components(of mark: String) -> [Substring] {
    var parts: [Substring] = []
    var rest = self[...]
    while let found = rest.firstRange(of: mark) {
      parts.append(rest[..<found.lowerBound])
      rest = rest[found.upperBound...]
    }
    return parts + [rest]
  }
}
