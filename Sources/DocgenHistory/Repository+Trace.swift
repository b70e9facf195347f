import DocgenSupport

extension Repository {
  /// The files of a repository that say which commits there are.
  private static let files = ["HEAD", "packed-refs", "shallow", "config", "info/grafts"]

  /// Notes all that git reads of the repository to tell its history, where a trace is recorded.
  ///
  /// Commits, trees and files never change under their names, so that the names of what there is are enough.
  package func noteHistory() {
    guard let trace = FileTrace.current else { return }
    let folder = isBare ? path : path + "/.git"
    // Objects may be in another repository as well, and a working tree in another place than its repository.
    guard FileSystem.kind(of: folder) == .folder, !FileSystem.isThere(folder + "/objects/info/alternates") else {
      return trace.doubt()
    }
    for file in Self.files { _ = try? FileSystem.read(folder + "/" + file) }
    for entry in (try? FileSystem.list(folder + "/objects")) ?? [] where entry.kind == .folder {
      _ = try? FileSystem.list(folder + "/objects/" + entry.name)
    }
    Self.noteReferences(folder + "/refs")
  }

  private static func noteReferences(_ folder: String) {
    for entry in (try? FileSystem.list(folder)) ?? [] {
      let path = folder + "/" + entry.name
      if entry.kind == .folder, !entry.isLink { noteReferences(path) } else { _ = try? FileSystem.read(path) }
    }
  }
}
