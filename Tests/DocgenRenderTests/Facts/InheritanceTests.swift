import DocgenTestSupport
import Foundation
import Testing

/// What pages of types show of the types around them.
@Suite struct InheritanceTests {
  private static func page(_ name: String, _ base: String?, members: [String], more: String = "") -> String {
    """
    ---
    title: \(name) class
    api_name:
    - \(name)
    ---
    # \(name) class

    A class.

    ## Syntax

    ```mof
    class \(name)\(base.map { " : \($0)" } ?? "")
    {
    };
    ```

    ## Members

    ### Properties

    <dl>
    \(members.map { "<dt>\n\n**\($0)**\n</dt> <dd>\n\nText.\n\n</dd>" }.joined(separator: " "))
    </dl>

    \(more)
    """
  }

  private static let files = [
    "en/a/element.md": page("CIM_Element", nil, members: ["Caption", "Name"]),
    "de/a/element.md": page("CIM_Element", nil, members: ["Caption", "Name"]).replacing("A class", with: "Eine Klasse"),
    "en/a/job.md": page("CIM_Job", "CIM_Element", members: ["name", "State"]),
    "en/b/cim-job.md": page("CIM_Job", "CIM_Other", members: ["Elsewhere"]),
    "en/a/print-job.md": page("PrintJob", "CIM_Job", members: ["Pages"]),
    "en/a/loop-one.md": page("LoopOne", "LoopTwo", members: ["One"]),
    "en/a/loop-two.md": page("LoopTwo", "LoopOne", members: ["Two"]),
    "en/a/print.md": """
    ---
    title: PrintJob.Print method
    api_name:
    - PrintJob.Print
    ---
    # PrintJob.Print method

    ## Syntax

    ```C++
    CIM_Job* Print(PrintJob *job, CIM_Unknown CIM_Job);
    ```
    """,
  ]

  /// What a page tells of the types around its own, without its markup.
  private static func section(_ html: String) throws -> String {
    let start = try #require(html.range(of: "<dl class=\"lineage\">"))
    let end = try #require(html.range(of: "</dl>", range: start.upperBound..<html.endIndex))
    return html[start.upperBound..<end.lowerBound].replacing("<wbr>", with: "")
      .replacing(#/<a href="([^"]*)">/#) { "[\($0.output.1)] " }.replacing("</dt>", with: "\n").replacing(
        #/<[^>]*>/#, with: ""
      )
      .split(separator: "\n").filter { !$0.isEmpty }.joined(separator: "\n")
  }

  @Test func followsTheTypesThatAreDerivedFromEachOther() throws {
    let project = try ProjectFixture(Self.files, locales: ["en", "de"])
    try project.build()
    #expect(
      try Self.section(project.page("en/a/print-job.html")) == """
        Inheritance
        [element.html] CIM_Element
        [job.html] CIM_Job
        PrintJob
        Members inherited from CIM_Job
        [job.html#property-name] name
        [job.html#property-state] State
        Members inherited from CIM_Element
        [element.html#property-caption] Caption
        """)
    #expect(
      try Self.section(project.page("de/a/element.html")) == """
        Abgeleitete Typen
        [job.html] CIM_Job
        """)
  }

  @Test func endsWhereTypesAreUnknownOrDerivedFromThemselves() throws {
    let project = try ProjectFixture(Self.files, locales: ["en"])
    try project.build()
    #expect(
      try Self.section(project.page("en/b/cim-job.html")) == """
        Inheritance
        CIM_Other
        CIM_Job
        """)
    #expect(
      try Self.section(project.page("en/a/loop-one.html")) == """
        Inheritance
        [loop-one.html] LoopOne
        [loop-two.html] LoopTwo
        LoopOne
        Derived types
        [loop-two.html] LoopTwo
        Members inherited from LoopTwo
        [loop-two.html#property-two] Two
        """)
  }

  @Test func linksTypesInSignatures() throws {
    let project = try ProjectFixture(Self.files, locales: ["en"])
    try project.build()
    let html = try project.page("en/a/print.html")
    #expect(html.contains("<a class=\"tok-type\" href=\"job.html\">CIM_Job</a>* <span class=\"tok-name\">Print</span>"))
    #expect(html.contains("<a class=\"tok-type\" href=\"print-job.html\">PrintJob</a> *job"))
    #expect(html.contains("<span class=\"tok-type\">CIM_Unknown</span> CIM_Job"))
  }
}
