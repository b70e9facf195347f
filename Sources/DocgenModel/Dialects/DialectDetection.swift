import DocgenMarkup
import DocgenSupport

/// Tells in which dialect pages are written, by what a sample of them shows.
package struct DialectDetection: Sendable {
  /// What was found.
  package struct Result: Sendable {
    /// The dialect's name.
    package var name: String
    /// What showed it most often, as it stands in the pages.
    package var mark: String
    /// How many of the pages, or of their folders for a file's name, show something of the dialect.
    package var count: Int
    /// How many were looked at.
    package var total: Int
    /// Whether it was told by the names of files.
    package var isOfFiles: Bool
  }

  /// No more pages are read than these.
  package static let sampleSize = 96
  /// No more of a page is read than this.
  package static let sampleLength = 16_384
  /// At least one page in this many has to show a dialect.
  private static let rarest = 12

  private let candidates: [Dialect]

  /// Takes the dialects that may be told, in the order in which equal ones win.
  package init(_ source: DialectSource) {
    candidates = source.names.map { source.dialect($0) }.filter { !$0.evidence.isEmpty }
  }

  /// Looks at pages.
  ///
  /// - Parameters:
  ///   - files: The paths of the source's pages, and of its other files.
  ///   - pages: The starts of some of the pages, of all locales.
  /// - Returns: `nil` if no dialect is shown.
  package func detect(files: [String], pages: [[UInt8]]) -> Result? {
    let folders = FolderFiles(files)
    let samples = pages.map(PageSample.init)
    var best: (dialect: Dialect, result: Result)?
    for dialect in candidates {
      guard let result = result(dialect, folders, samples) else { continue }
      if let (current, found) = best, !Self.isBetter(dialect, result, than: current, found) { continue }
      best = (dialect, result)
    }
    return best?.result
  }

  /// What extends another dialect shows what that does, too; a fourth of the pages is enough to tell it.
  private static func isBetter(
    _ dialect: Dialect, _ result: Result, than other: Dialect, _ best: Result
  ) -> Bool {
    // The share of the pages, in thousandths.
    let (share, otherShare) = (result.count * 1000 / result.total, best.count * 1000 / best.total)
    if dialect.isOf(other.name) { return share * 4 >= otherShare }
    if other.isOf(dialect.name) { return otherShare * 4 < share }
    return share > otherShare
  }

  private func result(_ dialect: Dialect, _ folders: FolderFiles, _ samples: [PageSample]) -> Result? {
    let evidence = dialect.evidence
    var counts: [String: Int] = [:]
    var count = 0
    for sample in samples {
      let marks = sample.marks(evidence)
      if !marks.isEmpty { count += 1 }
      for mark in marks { counts[mark, default: 0] += 1 }
    }
    if count > 0, count * Self.rarest >= samples.count, let mark = Self.mostFrequent(counts) {
      return Result(name: dialect.name, mark: mark, count: count, total: samples.count, isOfFiles: false)
    }
    for name in evidence.files {
      let count = folders.count(of: name)
      guard count > 0, count * Self.rarest >= folders.total else { continue }
      return Result(name: dialect.name, mark: name, count: count, total: folders.total, isOfFiles: true)
    }
    return nil
  }

  private static func mostFrequent(_ counts: [String: Int]) -> String? {
    counts.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key
  }
}

/// Which folders with pages hold a file of a name.
private struct FolderFiles {
  private var folders: [String: Set<String>] = [:]

  var total: Int { folders.count }

  init(_ files: [String]) {
    for file in files where DialectFiles.pageExtension(of: file) != nil {
      let start = file.utf8.lastIndex(of: UInt8(ascii: "/")).map { file.utf8.index(after: $0) } ?? file.startIndex
      folders[String(file[..<start]), default: []].insert(file[start...].lowercased())
    }
  }

  func count(of name: String) -> Int { folders.values.count { $0.contains(name) } }
}

/// The start of a page, apart from its code.
private struct PageSample {
  private let frontMatter: FrontMatter
  /// The lines outside of code blocks.
  private var text: [UInt8] = []
  private var lines: [ArraySlice<UInt8>] = []

  init(_ bytes: [UInt8]) {
    frontMatter = FrontMatter.read(bytes)
    var fence: UInt8?
    for line in bytes[Int(frontMatter.bodyStart)...].split(separator: 0x0A) {
      let trimmed = line.drop { $0 == 0x20 || $0 == 0x09 }
      if let first = trimmed.first, first == UInt8(ascii: "`") || first == UInt8(ascii: "~"),
        trimmed.prefix(3).allSatisfy({ $0 == first }), trimmed.count >= 3
      {
        if fence == nil { fence = first } else if fence == first { fence = nil }
        continue
      }
      guard fence == nil else { continue }
      lines.append(line)
      text += line
      text.append(0x0A)
    }
  }

  /// The marks of a dialect that the page has.
  func marks(_ evidence: DialectEvidence) -> [String] {
    evidence.keys.filter { frontMatter.value(at: $0) != nil }
      + evidence.texts.filter { ByteSearch.firstIndex(of: Array($0.utf8), in: text, from: 0) != nil }
      + evidence.lines.filter { mark in lines.contains { $0.starts(with: mark.utf8) } }
  }
}
