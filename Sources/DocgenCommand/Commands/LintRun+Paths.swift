import DocgenMarkup
import DocgenModel
import DocgenSupport

extension LintRun {
  /// More than a page may have, so that a rule speaks of those that are too large.
  private static let unsavedBytes = 8 * Limits.pageBytes

  /// The pages that the command line names, with the text that an editor sends in the place of that on disk.
  ///
  /// - Returns: `nil` if it names none, so that all are checked.
  static func namedPaths(
    _ options: LintOptions, _ project: inout Project, _ console: Console
  ) throws(CommandFailure) -> NamedPaths? {
    if let name = options.unsavedFile {
      let finder = PathFinder(contentFolder: project.catalog.contentFolder, workingFolder: console.workingFolder)
      let file: String
      do throws(UsageError) { file = try finder.path(name) } catch { throw .usage(error) }
      do throws(FileError) {
        project.read(try console.input(unsavedBytes), for: file)
      } catch {
        throw CommandFailure(error)
      }
    }
    let names = options.unsavedFile.map { [$0] } ?? options.paths
    if names.isEmpty { return nil }
    return try NamedPaths(names, project.catalog, workingFolder: console.workingFolder)
  }
}
