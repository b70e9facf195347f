import DocgenSupport
import Foundation

/// Test data that lies beside the project and is no part of it.
///
/// The folder is `../shared`, or what the environment variable `DOCGEN_SHARED` names. Tests that need it are skipped
/// where it is absent; the reason says so.
package enum SharedData {
  /// What a skipped test says.
  package static let whySkipped = "the test data lies in '../shared', which is absent here"

  /// The folder, or `nil` if there is none.
  package static let folder: String? = {
    let folder = ProcessInfo.processInfo.environment["DOCGEN_SHARED"] ?? packageFolder + "/../shared"
    return FileSystem.kind(of: folder) == .folder ? folder : nil
  }()

  /// A file or folder of the data, or `nil` if it is absent.
  package static func path(_ name: String) -> String? {
    guard let path = folder.map({ $0 + "/" + name }), FileSystem.kind(of: path) != nil else { return nil }
    return path
  }

  /// The folder of the package.
  package static let packageFolder: String = {
    let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
    return parts.joined(separator: "/")
  }()

  /// The release binary that `make test` builds, or `nil` if the tests run without it.
  package static let binary: String? = ProcessInfo.processInfo.environment["DOCGEN_BINARY"].flatMap {
    FileSystem.kind(of: $0) == .file ? $0 : nil
  }
}
