import DocgenSupport
import DocgenTestSupport
import Testing

@testable import DocgenCommand

@Suite struct StatsTests {
  private static func page(
    _ title: String, syntax: String, direction: String, codes: String, label: String, last: String
  ) -> String {
    """
    ---
    title: \(title)
    api_name: Widget.Paint
    ---

    # \(title)

    ## \(syntax)

    ```mof
    uint32 Paint([in] string Colour);
    ```

    ```mof
    Paint what you like (really
    ```

    ## <a name="parameters"></a>Parameter

    <dl> <dt>

    *Colour* \\[\(direction)\\]
    </dt> <dd></dd> </dl>

    ## <a name="return-value"></a>\(codes)

    | \(codes) | Meaning |
    |---|---|
    | 0 | Fine |

    ## <a name="requirements"></a>Requirements

    | Requirement | Value |
    |---|---|
    | \(label) | sunny |

    ## \(last)

    ### Below "it"

    """
  }

  private static func project() throws -> TemporaryFolder {
    func english(_ name: String) -> String {
      page(
        "\(name) method", syntax: "Syntax", direction: "in", codes: "Return value", label: "Weather",
        last: "Moon phases")
    }
    func german(_ name: String) -> String {
      page(
        "\(name)-Methode", syntax: "Satzbau", direction: "hinein", codes: "Zurückgegeben", label: "Wetter",
        last: "Mondphasen")
    }
    return try TemporaryFolder([
      "en/A/one.md": english("One"), "en/A/two.md": english("Two"), "en/b/three.md": english("Three"),
      "en/index.md": "# Start\n\n## Moon phases\n",
      "de/A/one.md": german("Eins"), "de/a/Two.md": german("Zwei"), "de/b/three.md": german("Drei"),
    ])
  }

  @Test(arguments: [
    ("", "stats/table.txt"), ("--format json", "stats/statistics.json"), ("--missing", "stats/missing.yml"),
    ("--missing --at-least 4", "stats/none.yml"),
  ])
  func counts(options: String, snapshot: String) throws {
    let folder = try Self.project()
    let invocation = Invocation("stats --content \(folder.path) --no-time \(options)")
    #expect(invocation.status == .success)
    #expect(invocation.messages.isEmpty)
    Snapshot.expect(invocation.output, snapshot)
    for jobs in [1, 3] {
      #expect(Invocation("stats --content \(folder.path) --no-time \(options) -j \(jobs)").output == invocation.output)
    }
  }

  @Test func tellsTheTime() throws {
    let folder = try Self.project()
    #expect(Invocation("stats --content \(folder.path)").output.contains("7 pages in 0."))
    let json = try JSONReader.read(Array(Invocation("stats --content \(folder.path) --format json -j 1").output.utf8))
    #expect(json["time"]?["jobs"] == .integer(1))
    #expect(json["time"]?["seconds"] != nil)
  }

  @Test func roundsTheTime() {
    let time = StatsReport.Time(.milliseconds(1996), pages: 1996, jobs: 2)
    #expect((time.seconds, time.pagesPerSecond) == (2.0, 1000))
    #expect(StatsReport.Time(.zero, pages: 0, jobs: 1).pagesPerSecond == 0)
  }
}
