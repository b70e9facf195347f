import DocgenModel
import DocgenSupport

/// The pages that a benchmark is made of.
package struct BenchmarkInput: Sendable {
  /// A page of the source language.
  struct Page: Sendable {
    /// The path below the folder, with `.md`.
    var path: String
    var bytes: [UInt8]
  }

  /// What the input is called in reports.
  package let name: String
  /// The paths of all pages, to which links may lead.
  let paths: [String]
  /// The files beside them.
  let resources: [String]
  /// The pages that are translated and damaged, in the order of their paths.
  let pages: [Page]

  /// Takes all pages of a folder, or a sample of them.
  ///
  /// - Parameters:
  ///   - folder: A folder of pages in the source language, in folders of any depth.
  ///   - name: What it is called in reports.
  ///   - count: How many pages to take at most.
  ///   - seed: What the sample depends on, besides the pages.
  ///   - vocabulary: The words of the source language, by which the kinds of pages are told.
  /// - Throws: What keeps the folder or a page from being read.
  package init(folder: String, name: String, count: Int, seed: UInt64, vocabulary: Vocabulary) throws(FileError) {
    self.name = name
    var paths: [String] = []
    var resources: [String] = []
    try Self.collect(folder, below: "", into: &paths, resources: &resources)
    self.paths = paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    self.resources = resources
    var sample = PageSample(self.paths, count: count, seed: seed)
    pages = try sample.choose(from: folder, vocabulary: vocabulary)
  }

  private static func collect(
    _ folder: String, below path: String, into paths: inout [String], resources: inout [String]
  ) throws(FileError) {
    for entry in try FileSystem.list(folder) where !entry.name.hasPrefix(".") {
      let child = path.isEmpty ? entry.name : path + "/" + entry.name
      switch entry.kind {
      case .folder: try collect(folder + "/" + entry.name, below: child, into: &paths, resources: &resources)
      case .file: if entry.name.hasSuffix(".md") { paths.append(child) } else { resources.append(child) }
      case .other: break
      }
    }
  }
}
