import DocgenSupport

/// A git repository in a folder of its own, made for one test.
package struct GitFixture {
  /// The folder with the working tree.
  package let folder: TemporaryFolder

  /// Makes an empty repository.
  package init(options: [String] = []) throws {
    folder = try TemporaryFolder()
    try git(["init", "--quiet", "--initial-branch=main"] + options)
  }

  /// The top of the working tree.
  package var path: String { folder.path }

  /// Writes files, removes those whose text is nil, and commits all that changed.
  ///
  /// - Returns: The id of the commit.
  @discardableResult
  package func commit(_ files: [String: String?] = [:]) throws -> String {
    for (name, text) in files {
      if let text {
        try folder.write(Array(text.utf8), to: name)
      } else {
        try FileSystem.remove(path + "/" + name)
      }
    }
    try git(["add", "--all"])
    try git(["commit", "--quiet", "--allow-empty", "--message", "A change"])
    return try git(["rev-parse", "HEAD"])
  }

  /// Runs git in the repository, without the configuration of who runs the test.
  ///
  /// - Returns: What it wrote, without the last line end.
  @discardableResult
  package func git(_ arguments: [String]) throws -> String {
    let identity = ["-c", "user.name=Test", "-c", "user.email=test@example.com", "-c", "commit.gpgSign=false"]
    let run = try ProgramRun("/usr/bin/env", ["GIT_CONFIG_GLOBAL=/dev/null", "git"] + identity + arguments, in: path)
    guard run.status == 0 else { throw GitFailure(description: "git \(arguments): \(run.messages)") }
    return String(decoding: run.output, as: UTF8.self).split(separator: "\n").joined(separator: "\n")
  }
}

/// What git said against a test's own commands.
package struct GitFailure: Error, CustomStringConvertible {
  /// The command and its messages.
  package let description: String
}
