import DocgenSupport
import Glibc

/// A git repository on disk, and the place in it that was asked for.
package struct Repository: Hashable, Sendable {
  /// The folder that git is called for: the top of the working tree, or the repository itself where it is bare.
  package let path: String
  /// Whether `path` is a repository without working tree.
  package let isBare: Bool
  /// The path below the top that leads to the folder that was asked for; empty for the top.
  package let prefix: String

  /// The repository that a folder lies in, or is; `nil` if there is none.
  ///
  /// No program is run for that: a folder with `.git` in it is the top of a working tree, one with `HEAD` and `objects` a
  /// repository. Links are followed.
  package init?(containing folder: String) {
    guard let resolved = realpath(folder, nil) else { return nil }
    defer { free(resolved) }
    let start = String(cString: resolved)
    var folder = start
    while true {
      if Self.isGitFolder(folder) {
        if folder.hasSuffix("/.git") {
          self.init(path: String(folder.dropLast(5)), isBare: false, prefix: "")
        } else {
          self.init(path: folder, isBare: true, prefix: "")
        }
        return
      }
      if FileSystem.kind(of: folder + "/.git") != nil {
        self.init(path: folder, isBare: false, prefix: String(start.dropFirst(folder.utf8.count).drop { $0 == "/" }))
        return
      }
      guard let slash = folder.lastIndex(of: "/"), folder != "/" else { return nil }
      folder = slash == folder.startIndex ? "/" : String(folder[..<slash])
    }
  }

  private init(path: String, isBare: Bool, prefix: String) {
    self.path = path
    self.isBare = isBare
    self.prefix = prefix
  }

  private static func isGitFolder(_ path: String) -> Bool {
    FileSystem.kind(of: path + "/HEAD") == .file && FileSystem.kind(of: path + "/objects") == .folder
      && FileSystem.kind(of: path + "/refs") == .folder
  }

  /// The options by which git is told of the repository.
  var options: [String] { isBare ? ["--git-dir=\(path)"] : ["-C", path] }

  /// Asks git whether it can read the repository.
  ///
  /// - Throws: What git says against it, or that there is no git.
  package func check() throws(HistoryError) { _ = try Git.run(options + ["rev-parse", "--git-dir"]) }

  /// Whether commits before some point were left out when the repository was cloned.
  package func isShallow() -> Bool {
    let answer = try? Git.run(options + ["rev-parse", "--is-shallow-repository"])
    return answer.map { $0.output.starts(with: "true".utf8) } ?? false
  }
}
