import DocgenModel
import DocgenRender
import DocgenSupport
import DocgenTestSupport
import Foundation
import Testing

/// Pages that are too long for one.
@Suite struct PagePartsTests {
  private static let limit = 200 << 10

  /// A page of 300 members with their text, one of a long table, and many names.
  private static func files() -> [String: String] {
    let prose = String(repeating: "Words that say what the member is for, and when it is called. ", count: 40)
    let members = (1...300).map { number in
      "## Member\(number)\n\n\(prose)\n\n### Parameters of \(number)\n\nSee [the next](#member\(number % 300 + 1)).\n"
    }
    let rows = (1...3000).map { "| 0x\(String($0, radix: 16)) | What the value of number \($0) means to a reader |" }
    var files = [
      "en/index.md": "# Home\n\n[one](long.md#member1) [other](long.md#member299)\n",
      "en/long.md": "# Long class\n\nText.\n\n" + members.joined(separator: "\n"),
      "de/index.md": "# Start\n",
      "de/long.md": "# Lange Klasse\n\nText.\n",
      "en/table.md": "# Long table\n\n| Value | Meaning |\n| --- | --- |\n" + rows.joined(separator: "\n") + "\n",
    ]
    for number in 1...900 {
      let name = "MFName\(number)" + String(repeating: "WithMoreLettersSoThatTheListIsLong", count: 3)
      let keys = "title: \(name) function\napi_name:\n- \(name)\ntopic_type:\n- APIRef"
      files["en/names/n\(number).md"] = "---\n\(keys)\n---\n# \(name) function\n"
    }
    return files
  }

  @Test(arguments: [SitePaths.Style.file, .folder])
  func areShortAndLinked(_ style: SitePaths.Style) throws {
    let project = try ProjectFixture(Self.files(), locales: ["en", "de"])
    var settings = project.settings()
    settings.pathStyle = style
    settings.baseURL = "https://docs.example"
    let report = try project.build(settings)
    let files = try ProjectFixture.files(below: project.output)
    #expect(report.files == files.count - 1, "all but the marker")
    for (path, bytes) in files where path.hasSuffix(".html") { #expect(bytes.count <= Self.limit, "\(path)") }
    let site = try SiteLinkCheck(folder: project.output)
    #expect(site.broken.isEmpty, "\(site.broken.prefix(5).joined(separator: "\n"))")

    let long = style == .file ? "en/long" : "en/long/index"
    let first = try project.page(long + ".html")
    let second = try project.page(long + "~2.html")
    // Every anchor is at the address of the whole, and leads on from there.
    #expect(first.contains("<li id=\"member299\"><a href="))
    #expect(first.contains("<h2 id=\"member1\">"))
    // Those of lesser headings stand beside that of their section.
    #expect(first.contains("</a><span id=\"parameters-of-299\"></span></li>"))
    #expect(second.contains("<title>Long class · Reference (en) (2/"))
    #expect(second.contains("aria-current=\"page\">"))
    #expect(second.contains("rel=\"canonical\" href=\"https://docs.example/\(long)~2.html\""))
    #expect(second.contains(style == .file ? "hreflang=\"de\" lang=\"de\"" : "hreflang=\"de\""))
    let table = try project.page((style == .file ? "en/table" : "en/table/index") + "~2.html")
    #expect(table.contains("<thead>\n<tr><th scope=\"col\">Value</th>"))
    #expect(files["en/api-names/index~2.html"] != nil)
  }

  /// A page of many sections would have each of them in the contents of each part.
  @Test func nameInTheirContentsWhatIsShort() throws {
    func page(_ sections: Int) -> String {
      let prose = String(repeating: "Words that say what it is for, and when it is called. ", count: 6000 / sections)
      return "# Long\n\n"
        + (1...sections).map { "## Part \($0)\n\n\(prose)\n\n### Detail \($0)\n\n\(prose)\n" }.joined(separator: "\n")
    }
    let project = try ProjectFixture(["en/few.md": page(20), "en/many.md": page(300)], locales: ["en"])
    _ = try project.build(project.settings())
    func contents(_ path: String) throws -> Substring {
      let html = try project.page(path)
      let start = try #require(html.range(of: "<details class=\"contents")?.lowerBound, "\(path)")
      let end = try #require(html[start...].range(of: "</nav>")?.lowerBound)
      return html[start..<end]
    }
    // Of few sections all are named, with what is below those of the part itself.
    let few = try contents("en/few~2.html")
    #expect(few.contains("<a href=\"few.html#part-1\">Part 1</a></li>"))
    #expect(few.components(separatedBy: "\">Part ").count == 21)
    let own = few.components(separatedBy: "<a href=\"#part-").count - 1
    #expect(own > 1 && own < 15)
    #expect(abs(few.components(separatedBy: "\">Detail ").count - 1 - own) <= 1)
    // Of many only those of the part.
    let many = try contents("en/many~2.html")
    #expect(!many.contains(">Part 1</a>"))
    #expect(many.components(separatedBy: "\">Part ").count - 1 < 150)
    #expect(many.contains("<a href=\"#part-60\">Part 60</a>"))
  }
}
