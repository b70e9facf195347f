import DocgenSupport

/// The files below a folder that changed since a revision: in commits, in the working tree, or new and not ignored.
///
/// Commits count from where the branch that is checked out left the revision, as they do in a pull request.
package struct ChangedFiles: Sendable {
  /// The paths below the folder, files that are gone and both names of those that moved among them.
  package let paths: [String]
  /// Whether the revision and what is checked out have a common ancestor; else they were compared with each other.
  package let hasCommonAncestor: Bool

  /// Asks git, by a few processes whatever the number of files.
  ///
  /// - Parameters:
  ///   - revision: As git takes it: a branch, a tag, a commit's id, `HEAD~3`.
  ///   - repository: The repository, with the folder as its prefix.
  /// - Throws: That the revision is not known, or what else git says.
  package init(since revision: String, in repository: Repository) throws(HistoryError) {
    guard !repository.isBare else { throw HistoryError("'\(repository.path)' has no working tree") }
    let options = repository.options + ["--literal-pathspecs"]
    let (name, status) = try Git.run(
      options + ["rev-parse", "--verify", "--quiet", "\(revision)^{commit}"], accepting: [0, 1])
    guard status == 0 else {
      let hint = repository.isShallow() ? ", which is a shallow clone; fetch the revision first" : ""
      throw HistoryError("there is no revision '\(revision)' in '\(repository.path)'\(hint)")
    }
    let commit = Self.line(name)
    let (base, baseStatus) = try Git.run(options + ["merge-base", commit, "HEAD"], accepting: [0, 1])
    hasCommonAncestor = baseStatus == 0
    let start = hasCommonAncestor ? Self.line(base) : commit
    let folder = ["--", repository.prefix.isEmpty ? "." : repository.prefix]
    let differing = try Git.run(
      options + ["diff", "--name-only", "-z", "--no-renames", "--no-ext-diff", start] + folder)
    let untracked = try Git.run(options + ["ls-files", "-z", "--others", "--exclude-standard"] + folder)
    let prefix = repository.prefix.isEmpty ? "" : repository.prefix + "/"
    paths = (Git.items(differing.output) + Git.items(untracked.output)).filter { $0.hasPrefix(prefix) }.map {
      String($0.dropFirst(prefix.count))
    }
  }

  private static func line(_ output: [UInt8]) -> String {
    String(decoding: output.prefix { $0 != 0x0A }, as: UTF8.self)
  }
}
