import DocgenLint
import DocgenModel
import DocgenSupport
import DocgenTestSupport

/// A run of the fixer over files, with what became of them.
struct FixRun {
  let changes: [Fixer.Change]
  let fixedCount: Int
  let refusedCount: Int
  let undecoded: [String]
  let diagnostics: [Diagnostic]
  /// All files as they are afterwards.
  let files: [String: String]

  init(_ files: [String: String], allowsUnsafe: Bool) throws {
    try self.init(TemporaryFolder(files), allowsUnsafe: allowsUnsafe, files: files)
  }

  init(_ folder: TemporaryFolder, allowsUnsafe: Bool, files: [String: String] = [:]) throws {
    let result = try Self.fixer(folder, allowsUnsafe: allowsUnsafe).run(jobs: 2) { change throws(FileError) in change }
    changes = result.outputs
    fixedCount = result.fixedCount
    refusedCount = result.refusedCount
    undecoded = result.undecoded
    diagnostics = result.lint.diagnostics
    self.files = result.outputs.reduce(into: files) { $0[$1.file] = String(decoding: $1.new, as: UTF8.self) }
  }

  /// A fixer of all files of a folder, with English as the source.
  static func fixer(_ folder: TemporaryFolder, allowsUnsafe: Bool, scope: LintScope? = nil) throws -> Fixer {
    let others = try FileSystem.list(folder.path).map(\.name).filter { $0 != "en" }
    let locales = ["en"] + others
    let vocabularies = try locales.map(LintFixture.vocabulary)
    let catalog = try PageCatalog(contentFolder: folder.path, locales: locales)
    return Fixer(
      loader: PageLoader(catalog: catalog, vocabularies: vocabularies), settings: LintSettings(),
      scope: scope, allowsUnsafe: allowsUnsafe)
  }

  /// The changed lines of a file, as a diff has them.
  static func text(_ change: Fixer.Change) -> String {
    var text = "\(change.file)\n"
    for hunk in UnifiedDiff(from: change.old, to: change.new).hunks {
      for line in hunk.lines where line.kind != .context {
        text += String(UnicodeScalar(line.kind.rawValue)) + String(decoding: line.bytes, as: UTF8.self)
      }
    }
    return text.hasSuffix("\n") ? text : text + "\n"
  }

  static func applying(_ edits: [Diagnostic.Fix.Edit], to text: [UInt8]) -> [UInt8] {
    edits.reversed().reduce(into: text) { text, edit in
      text.replaceSubrange(edit.span.range, with: edit.text.utf8)
    }
  }
}
