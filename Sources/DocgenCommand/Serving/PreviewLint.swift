import DocgenLint
import DocgenModel
import DocgenSupport

/// Lints the project of a preview: all of it, or some pages by themselves.
struct PreviewLint: Sendable {
  let options: ProjectOptions
  let workingFolder: String
  /// What the user reads in the terminal.
  let language: @Sendable (Project) throws(CommandFailure) -> MessageCatalog

  /// What is found in all of the project.
  func all(of project: Project) throws(CommandFailure) -> LintReport {
    var lint = LintOptions()
    lint.project = options
    return try LintRun.run(lint, project, try language(project), progress: ProgressLine(isEnabled: false))
  }

  /// What the rules that look at one page find in some pages, whose files are read anew.
  func some(_ pages: [String], of project: Project) throws(CommandFailure) -> LintReport {
    var lint = LintOptions()
    lint.project = options
    lint.rules = RuleCatalog.rulesOfOnePage
    let catalog = project.catalog
    let files = pages.compactMap { catalog.index(of: $0) }.flatMap { catalog.entries[$0].files.compactMap(\.self) }
    let paths = WorkingPaths(contentFolder: catalog.contentFolder, workingFolder: workingFolder)
    let named = try NamedPaths(files.map(paths.path), catalog, workingFolder: workingFolder)
    return try LintRun.run(lint, project, try language(project), named, progress: ProgressLine(isEnabled: false))
  }
}
