import DocgenSupport
import Testing

@testable import DocgenCommand

struct VersionRequirementTests {
  @Test(arguments: [
    ("0.1.0", "0.1.0", true), ("0.1", "0.1.0", true), ("0.1.0", "0.1.1", false), (">=0.1", "0.1.0", true),
    (">=0.1", "0.0.9", false), (">0.1", "0.1.0", false), ("<1", "0.10.2", true), (">=0.1, <0.3", "0.3.0", false),
    (">= 0.1 , < 0.3", "0.2.9", true), ("<=0.2", "0.2.0", true), ("==1.2.3", "1.2.3", true), ("=1.10", "1.9.0", false),
    ("0.2", "0.2.0-dev+1", true),
  ])
  func compares(requirement: String, version: String, holds: Bool) {
    #expect(VersionRequirement(requirement)?.holds(for: version) == holds)
  }

  @Test(arguments: ["", "latest", ">=", "1.2.3.4", "^1.0", "1..2", ">=0.1,", "-1"])
  func refuses(text: String) {
    #expect(VersionRequirement(text) == nil)
  }

  /// What else is unknown may be known to the version that is asked for.
  @Test func isToldAlone() {
    let text = "new-key: 1\nrequired-version: \">=99\"\n"
    let problems = Configuration.read(SourceFile(path: "c.yml", bytes: Array(text.utf8)), root: ".").problems
    #expect(
      problems.map(\.description) == [
        "c.yml:2:20: this project is for docgen >=99, and this is docgen \(Version.current); use one of these versions, "
          + "or change 'required-version'"
      ])
    let wrong = Configuration.read(SourceFile(path: "c.yml", bytes: Array("required-version: new\n".utf8)), root: ".")
    #expect(wrong.problems.count == 1)
    let fine = Configuration.read(
      SourceFile(path: "c.yml", bytes: Array("required-version: '>=0.1'\n".utf8)), root: ".")
    #expect(fine.problems.isEmpty)
    #expect(fine.configuration.requiredVersion == ">=0.1")
  }
}
