import DocgenModel
import DocgenSupport

extension SiteWriter {
  /// Writes the files of the search.
  ///
  /// - Returns: the number of files.
  func writeSearchIndex(_ summaries: [PageSummary]) throws(SiteError) -> Int {
    let index = SearchIndex(site, summaries: summaries)
    let folder = self.folder + "/" + site.places.search
    // The names are one part of the work, each locale's words another.
    let parts = Parallel.map(count: site.locales.count + 1, jobs: site.settings.jobs) { part in
      var result = IndexPart()
      let files: [SearchIndex.File]
      if part == 0 {
        (files, result.names) = index.nameFiles()
      } else {
        (files, result.words) = index.textFiles(part - 1)
      }
      result.count = files.count
      result.hash = Self.hash(files)
      result.error = write(files, to: folder)
      return result
    }
    for part in parts { if let error = part.error { throw .file(error) } }
    var version: UInt64 = 0
    for part in parts { version = (version &* 31) ^ part.hash }
    let roots = site.locales.indices.map { locale in
      index.indexFile(
        locale, names: parts[0].names, words: parts[locale + 1].words, version: String(version, radix: 36))
    }
    if let error = write(roots, to: folder) { throw .file(error) }
    return parts.reduce(roots.count) { $0 + $1.count }
  }

  private struct IndexPart: Sendable {
    var names = SearchIndex.NameKeys()
    var words: [[UInt16]] = []
    var count = 0
    var hash: UInt64 = 0
    var error: FileError?
  }

  private func write(_ files: [SearchIndex.File], to folder: String) -> FileError? {
    for file in files {
      do {
        try write(file.bytes, to: folder + "/" + file.path)
      } catch {
        return error
      }
    }
    return nil
  }

  private static func hash(_ files: [SearchIndex.File]) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for file in files {
      for byte in file.bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    }
    return hash
  }
}
