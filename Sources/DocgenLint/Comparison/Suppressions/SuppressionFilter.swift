import DocgenModel
import DocgenSupport

/// Takes the findings away that pages suppress, and notes which suppressions are of use.
struct SuppressionFilter {
  /// The rules that comments may name.
  let names: RuleNames
  /// The suppressions by the paths of their files.
  let files: [String: FileSuppressions]
  private var indices: [String: SuppressionIndex]

  /// Makes a filter of the suppressions of files, none of which is named twice.
  init(_ files: [FileSuppressions], _ names: RuleNames) {
    self.names = names
    self.files = Dictionary(files.map { ($0.file, $0) }) { first, _ in first }
    indices = self.files.mapValues { SuppressionIndex($0.suppressions, names) }
  }

  /// Takes away what is suppressed.
  ///
  /// - Returns: The number of findings that were taken away.
  /// - Complexity: O(*n*) in the findings, where few files suppress any.
  mutating func apply(to diagnostics: inout [Diagnostic]) -> Int {
    guard !files.isEmpty else { return 0 }
    let count = diagnostics.count
    diagnostics.removeAll { suppresses($0) }
    return count - diagnostics.count
  }

  private mutating func suppresses(_ diagnostic: Diagnostic) -> Bool {
    guard let rule = names.rule(named: diagnostic.rule) else { return false }
    return indices[diagnostic.location.file]?.suppresses(rule, line: diagnostic.location.start.line) ?? false
  }

  /// Whether a name of a comment in a file, both by their numbers, suppressed something.
  func isUsed(_ suppression: Int, _ selector: Int, in file: String) -> Bool {
    indices[file]?.isUsed(suppression, selector) ?? false
  }
}
