import DocgenModel
import DocgenSupport
import Glibc

extension SiteWriter {
  /// The folder of the full text of a locale, below that of its search.
  static let fullTextFolder = "pagefind"

  /// Writes the full text of each locale, one after the other: the memory that this takes grows with the pages.
  ///
  /// - Returns: the number of files.
  func writeFullText(_ summaries: [PageSummary]) throws(SiteError) -> Int {
    guard site.fullTextCall != nil else { return 0 }
    var count = 0
    for (locale, name) in site.catalog.locales.enumerated() where Self.hasText(locale, summaries) {
      let output = fullTextOutput(name)
      if let pages, case let ready = ReadyText(name, in: pages.folder), ready.isComplete(pages.digest) {
        do throws(FileError) {
          try FileSystem.createFolder(FileSystem.folder(of: output))
          try FileSystem.rename(ready.folder, to: output)
        } catch {
          throw .file(error)
        }
      } else {
        try writeFullText(locale, to: output)
      }
      count += Self.fileCount(below: output)
    }
    return count
  }

  private func fullTextOutput(_ locale: String) -> String {
    "\(folder)/\(site.places.search)/text/\(locale)/\(Self.fullTextFolder)"
  }

  /// Writes the full text of one locale into a folder.
  func writeFullText(_ locale: Int, to output: String) throws(SiteError) {
    guard let call = site.fullTextCall else { return }
    let pages = try listed(site.catalog.locales[locale], beside: output)
    try Pagefind.index(call, folder: pages, output: output, keepsIndex: site.settings.pathStyle == .file)
    do throws(FileError) { try FileSystem.remove(pages) } catch { throw .file(error) }
  }

  /// A folder with the pages of a locale, in the order of their names.
  ///
  /// The program numbers pages in the order in which the system lists them, which on many file systems is that in which
  /// several threads wrote them. So they are linked into a folder of their own, one after the other.
  private func listed(_ locale: String, beside output: String) throws(SiteError) -> String {
    let target = output + "-pages"
    let source = (pages?.folder ?? folder) + "/" + locale
    do throws(FileError) {
      let files = if let pages { pages.files(in: locale) } else { try Self.files(below: source) }
      try FileSystem.remove(target)
      try FileSystem.createFolder(target)
      for file in Self.pagesInOrder(files) {
        try FileSystem.createFolder(FileSystem.folder(of: target + "/" + file))
        // Where a file system has no links, the bytes do.
        if link(source + "/" + file, target + "/" + file) != 0 {
          try FileSystem.write(try FileSystem.read(source + "/" + file), to: target + "/" + file)
        }
      }
    } catch {
      throw .file(error)
    }
    return target
  }

  private static func pagesInOrder(_ files: [String]) -> [String] {
    files.filter { $0.hasSuffix(".html") }.sorted { ByteSearch.precedes($0, $1) }
  }

  /// The paths of all files below a folder.
  private static func files(below folder: String, _ inner: String = "") throws(FileError) -> [String] {
    var files: [String] = []
    for entry in try FileSystem.list(folder + "/" + inner) {
      if entry.kind == .folder {
        files += try self.files(below: folder, inner + entry.name + "/")
      } else {
        files.append(inner + entry.name)
      }
    }
    return files
  }

  /// Whether a locale has pages in its own language; where no page is marked, the program would take all.
  static func hasText(_ locale: Int, _ summaries: [PageSummary]) -> Bool {
    summaries.contains { locale < $0.texts.count && $0.texts[locale] != nil }
  }

  private static func fileCount(below folder: String) -> Int {
    let entries = (try? FileSystem.list(folder)) ?? []
    return entries.reduce(0) { $0 + ($1.kind == .folder ? fileCount(below: folder + "/" + $1.name) : 1) }
  }
}
