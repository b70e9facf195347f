import DocgenSupport
import DocgenTestSupport
import Testing

@testable import DocgenCommand

@Suite struct XMLReporterTests {
  /// Text as it comes back from XML, which cannot hold all characters.
  private static func readable(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0xFFFE, 0xFFFF: result.unicodeScalars.append("\u{FFFD}")
      case 0x9, 0xA, 0xD, 0x20...: result.unicodeScalars.append(scalar)
      default: result += VisibleText.string(String(scalar))
      }
    }
    return result
  }

  private static func isNumber(_ text: String?) -> Bool { text.flatMap(Int.init) != nil }

  @Test func writesJUnit() throws {
    Snapshot.expect(Findings.written(JUnitReporter(), try Findings().report), "reporters/junit.xml")
    Snapshot.expect(Findings.written(JUnitReporter(), Findings.torture), "reporters/junit-torture.xml")
  }

  @Test func writesCheckstyle() throws {
    Snapshot.expect(Findings.written(CheckstyleReporter(), try Findings().report), "reporters/checkstyle.xml")
    Snapshot.expect(Findings.written(CheckstyleReporter(), Findings.torture), "reporters/checkstyle-torture.xml")
  }

  /// What the schema of Jenkins (junit-10.xsd) demands, and the numbers.
  @Test func writesJUnitThatReadersTake() throws {
    for report in [try Findings().report, Findings.torture, LintReport(contentFolder: ".", pages: 0, diagnostics: [])] {
      let root = try XMLTree.read(Findings.written(JUnitReporter(), report))
      #expect(root.name == "testsuites")
      #expect(Set(root.attributes.keys) == ["name", "tests", "failures", "errors", "time"])
      #expect(root.children.allSatisfy { $0.name == "testsuite" })
      for key in ["tests", "failures", "errors"] {
        let sum = root.children.reduce(0) { $0 + (Int($1.attributes[key] ?? "") ?? -1) }
        #expect(root.attributes[key] == String(sum))
      }
      for suite in root.children {
        #expect(Set(suite.attributes.keys) == ["name", "tests", "failures", "errors", "skipped", "time"])
        #expect(suite.attributes["tests"] == String(suite.children.count))
        #expect(suite.attributes["failures"] == String(suite.children.count { !$0.children("failure").isEmpty }))
        #expect(Set(suite.children.map { $0.attributes["name"] }).count == suite.children.count)
        for page in suite.children {
          #expect(page.name == "testcase")
          #expect(Set(page.attributes.keys) == ["classname", "name", "time"])
          #expect(
            ["", "failure", "system-out", "failure system-out"].contains(
              page.children.map(\.name).joined(separator: " ")))
          for failure in page.children("failure") { #expect(Set(failure.attributes.keys) == ["type", "message"]) }
        }
      }
    }
  }

  @Test func failsPagesByTheFailingSeverity() throws {
    let diagnostics = try Findings().report.diagnostics
    func failures(_ severity: Severity) throws -> String? {
      let report = LintReport(contentFolder: ".", pages: 3, diagnostics: diagnostics, failingSeverity: severity)
      return try XMLTree.read(Findings.written(JUnitReporter(), report)).attributes["failures"]
    }
    #expect(try failures(.error) == "1")
    #expect(try failures(.warning) == "1")
    #expect(try failures(.note) == "2")
  }

  @Test func writesCheckstyleThatReadersTake() throws {
    let report = Findings.torture
    let root = try XMLTree.read(Findings.written(CheckstyleReporter(), report))
    #expect(root.name == "checkstyle" && root.attributes == ["version": "4.3"])
    #expect(
      root.children.map { $0.attributes["name"] }
        == report.diagnostics.map {
          Self.readable("docs/content/" + $0.location.file)
        })
    for (file, diagnostic) in zip(root.children, report.diagnostics) {
      #expect(file.name == "file" && file.children.count == 1)
      let error = try #require(file.children("error").first)
      #expect(Set(error.attributes.keys) == ["line", "column", "severity", "message", "source"])
      #expect(Self.isNumber(error.attributes["line"]) && Self.isNumber(error.attributes["column"]))
      #expect(["error", "warning", "info"].contains(error.attributes["severity"] ?? ""))
      #expect(error.attributes["message"] == Self.readable(diagnostic.message.description))
    }
    let none = LintReport(contentFolder: ".", pages: 1, diagnostics: [])
    #expect(try XMLTree.read(Findings.written(CheckstyleReporter(), none)).children == [])
  }

  @Test func givesBackEveryCharacter() throws {
    let text =
      String(String.UnicodeScalarView((0...0x2FFF).compactMap(Unicode.Scalar.init))) + "\u{FFFD}\u{FFFE}\u{10FFFF}]]>"
    var writer = XMLWriter()
    writer.declaration()
    writer.element("a", ["b": text], text: text)
    let element = try XMLTree.read(writer.buffer.string)
    #expect(element.attributes["b"]?.unicodeScalars.elementsEqual(Self.readable(text).unicodeScalars) == true)
    #expect(element.text.unicodeScalars.elementsEqual(Self.readable(text).unicodeScalars))
  }
}
