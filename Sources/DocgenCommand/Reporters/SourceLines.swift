import DocgenSupport

/// Lines of files, read again for printing.
///
/// Findings come file by file, so few files are kept: a finding's own and those it points to.
struct SourceLines {
  private struct Entry {
    var file: String
    /// `nil` if the file cannot be read.
    var table: LineTable?
    var size: Int
  }

  private static let longestKept = 8
  private static let largestKept = 16 << 20

  private let contents: (String) -> [UInt8]?
  /// The most recently used is the last.
  private var entries: [Entry] = []

  /// Takes what gives the content of a file, or `nil` if it cannot be read.
  init(_ contents: @escaping (String) -> [UInt8]?) {
    self.contents = contents
  }

  /// A line, counted from 1, without its end; `nil` if there is none.
  ///
  /// Of a long line some scalars may do, counted from 0.
  mutating func line(_ number: Int, of file: String, scalars: Range<Int>? = nil) -> String? {
    if let index = entries.lastIndex(where: { $0.file == file }) {
      if index != entries.count - 1 { entries.append(entries.remove(at: index)) }
    } else {
      read(file)
    }
    guard let table = entries.last?.table, number >= 1, number <= table.lineStarts.count else { return nil }
    guard let scalars else { return table.text(ofLine: number) }
    return table.text(ofLine: number, columns: scalars.lowerBound + 1..<scalars.upperBound + 1)
  }

  private mutating func read(_ file: String) {
    let bytes = contents(file)
    let table = bytes.map { LineTable(SourceFile(path: file, bytes: $0).bytes) }
    entries.append(Entry(file: file, table: table, size: bytes?.count ?? 0))
    while entries.count > 1,
      entries.count > Self.longestKept || entries.reduce(0, { $0 + $1.size }) > Self.largestKept
    {
      entries.removeFirst()
    }
  }
}
