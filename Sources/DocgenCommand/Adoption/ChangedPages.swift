import DocgenHistory
import DocgenLint
import DocgenModel
import DocgenSupport

/// The pages that changed since a revision.
enum ChangedPages: MessageSource {
  struct Messages: MessageSet {
    let noAncestor = MessageForm<String, String>(
      "'{1}' and what is checked out in '{2}' have no common ancestor here; all that differs between them counts as changed"
    )
  }

  /// The scope of a run that looks at changed pages only.
  ///
  /// Each locale's folder may lie in a repository of its own. What counts as changed is told by ``ChangedFiles``.
  ///
  /// - Returns: The scope, and what there is to say about how it was found.
  /// - Throws: A failure of the configuration, where a folder lies in no repository or the revision is not known there.
  static func scope(
    since revision: String, _ catalog: PageCatalog
  ) throws(CommandFailure) -> (scope: LintScope, messages: [Message]) {
    var changes: [(page: String, locale: Int)] = []
    var messages: [Message] = []
    var known: [Repository: ChangedFiles] = [:]
    for index in catalog.locales.indices {
      let folder = catalog.folder(of: index)
      guard let repository = Repository(containing: folder) else {
        throw .configuration("'\(folder)' lies in no git repository, so that --changed-since cannot tell what changed")
      }
      let files: ChangedFiles
      do throws(HistoryError) {
        if let same = known[repository] {
          files = same
        } else {
          files = try ChangedFiles(since: revision, in: repository)
        }
      } catch {
        throw .configuration("what changed since '\(revision)' cannot be told: \(error)")
      }
      if known.updateValue(files, forKey: repository) == nil, !files.hasCommonAncestor {
        messages.append(
          Self.messages.noAncestor(revision, repository.path)
        )
      }
      for path in files.paths where DialectFiles.pageExtension(of: path) != nil {
        var path = path
        if case .suffixes = catalog.layout {
          let suffix = NameSuffix(path)
          let tag = suffix?.tag ?? Substring(catalog.locales[PageCatalog.source])
          guard NameSuffix.areEqual(tag, catalog.locales[index]) else { continue }
          path = suffix?.path ?? path
        }
        changes.append((DialectFiles.withoutExtension(path).lowercased(), index))
      }
    }
    return (LintScope(changes: changes, localeCount: catalog.locales.count), messages)
  }
}
