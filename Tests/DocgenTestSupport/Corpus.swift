import DocgenSupport
import Glibc

/// The Win32 API reference in three languages, a large set of real pages that lies beside the package where it is at hand.
///
/// Tests that read it have the trait `.enabled(if: Corpus.isAvailable, Corpus.whySkipped)`.
package enum Corpus {
  /// What a skipped test says.
  package static let whySkipped = "the corpus is not at hand: no folder '../shared/corpus' beside the package"

  /// Whether the pages could be unpacked.
  package static var isAvailable: Bool { root != nil }

  /// The folder that holds `en`, `de` and `fr`, unpacked once into the system's folder for temporary files.
  package static let root: String? = {
    let script = packageRoot + "/../shared/corpus/unpack"
    guard FileSystem.kind(of: script) == .file else { return nil }
    return output(of: "'\(script)'").map { String($0.prefix { $0 != "\n" }) }
  }()

  /// The folder of pages of another style (`cpp`), with a folder for each of their languages; `nil` if it is not at hand.
  package static func folder(ofStyle name: String) -> String? {
    guard let styles else { return nil }
    let folder = styles + "/" + name
    return FileSystem.kind(of: folder) == .folder ? folder : nil
  }

  /// The folder of all styles.
  private static let styles: String? = {
    guard root != nil else { return nil }
    return output(of: "'\(packageRoot)/../shared/corpus/unpack' --all").map {
      String($0.prefix { $0 != "\n" }) + "/.."
    }
  }()

  /// The folder of `Package.swift`.
  private static let packageRoot = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
    .joined(separator: "/")

  /// The paths of every *n*-th page, in the order of the paths' bytes within each language.
  package static func pages(every step: Int = 1) -> [String] {
    guard let root else { return [] }
    var pages: [String] = []
    for language in ["en", "de", "fr"] { collect(root + "/" + language, into: &pages) }
    return stride(from: 0, to: pages.count, by: max(1, step)).map { pages[$0] }
  }

  /// Reads one page, whose name in messages starts with its language.
  package static func read(_ path: String) throws(FileError) -> SourceFile {
    SourceFile(path: String(path.dropFirst((root ?? "").count + 1)), bytes: try FileSystem.read(path))
  }

  private static func collect(_ folder: String, into pages: inout [String]) {
    for entry in (try? FileSystem.list(folder)) ?? [] {
      let path = folder + "/" + entry.name
      switch entry.kind {
      case .folder: collect(path, into: &pages)
      case .file: if path.hasSuffix(".md") { pages.append(path) }
      case .other: break
      }
    }
  }

  /// What a command of the shell prints, or `nil` if it fails.
  private static func output(of command: String) -> String? {
    guard let pipe = popen(command, "r") else { return nil }
    var text: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = fread(&part, 1, part.count, pipe)
      if count == 0 { break }
      text += part[..<count]
    }
    return pclose(pipe) == 0 ? String(decoding: text, as: UTF8.self) : nil
  }
}
