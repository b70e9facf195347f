import Foundation
import Testing

/// What is still to be translated: counted by the tests, and demanded for a release alone, so that a new rule can be
/// written in one language.
package enum Translations {
  /// Whether all has to be translated: `DOCGEN_RELEASE=1 swift test`.
  package static let areDemanded = ProcessInfo.processInfo.environment["DOCGEN_RELEASE"] != nil

  /// Tells of what a language lacks: a failure before a release, else a known issue, which the run counts.
  package static func lacks(_ what: String, sourceLocation: SourceLocation = #_sourceLocation) {
    if areDemanded {
      Issue.record("\(what)", sourceLocation: sourceLocation)
    } else {
      withKnownIssue("\(what)", sourceLocation: sourceLocation) { Issue.record("not translated yet") }
    }
  }
}
