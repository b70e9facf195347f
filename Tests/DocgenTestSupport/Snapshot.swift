import DocgenSupport
import Glibc
import Testing

/// Text compared with a file that a person has reviewed.
///
/// The files lie in the folder `Fixtures` of the test target. A missing or different file fails the test; with the
/// environment variable `DOCGEN_RECORD=1` the file is written anew instead, to be reviewed as a change; never in CI.
package enum Snapshot {
  /// Whether files are written anew: `DOCGEN_RECORD` is 1 and this is no run of CI, where nobody would review them.
  package static let isRecording = variable("DOCGEN_RECORD") == "1" && ["", "0", "false"].contains(variable("CI"))

  private static func variable(_ name: String) -> String { getenv(name).map { String(cString: $0) } ?? "" }

  /// Expects the text to be what the file of this name holds (`reporters/text.txt`).
  package static func expect(
    _ text: String, _ name: String, filePath: String = #filePath,
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) {
    let path = fixtures(for: filePath) + "/" + name
    do {
      if isRecording {
        try FileSystem.createFolder(String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)]))
        try FileSystem.write(Array(text.utf8), to: path)
      }
      let expected = String(decoding: try FileSystem.read(path), as: UTF8.self)
      if expected.utf8.elementsEqual(text.utf8) { return }
      Issue.record("\(name) differs: \(firstDifference(expected, text))", sourceLocation: sourceLocation)
    } catch {
      Issue.record("\(error); DOCGEN_RECORD=1 writes it", sourceLocation: sourceLocation)
    }
  }

  /// The folder `Fixtures` of the test target that a file belongs to.
  package static func fixtures(for filePath: String) -> String {
    var parts = filePath.split(separator: "/", omittingEmptySubsequences: false)
    while let last = parts.last, !last.hasSuffix("Tests") || parts.dropLast().last != "Tests" { parts.removeLast() }
    return parts.joined(separator: "/") + "/Fixtures"
  }

  /// The first line that is not as expected, both ways.
  private static func firstDifference(_ expected: String, _ actual: String) -> String {
    let expectedLines = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let actualLines = actual.split(separator: "\n", omittingEmptySubsequences: false)
    for index in 0..<max(expectedLines.count, actualLines.count) {
      let left = index < expectedLines.count ? "'\(expectedLines[index])'" : "the end"
      let right = index < actualLines.count ? "'\(actualLines[index])'" : "the end"
      if left != right { return "line \(index + 1)\n  expected: \(left)\n  actual:   \(right)\n\n\(actual)" }
    }
    return "only in how characters are composed"
  }
}
