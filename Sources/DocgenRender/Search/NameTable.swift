import DocgenSupport

/// All names of a site in the order of their letters, each under every part that a reader may start with.
///
/// `CIM_Job.KillJob` has a row as it stands, and others for `Job.KillJob`, `KillJob` and `Job`; one for the signs at its end
/// (`<<` of `operator<<`); and one for the first letters of its parts (`cjkj`). What is typed belongs where it would stand in
/// this order, and the rows that start with it follow there. Files hold as many rows as fit; a reader who has typed only a
/// letter or two gets the best rows of those that start so from a file of its own.
struct NameTable: Sendable {
  /// A place in the order.
  struct Row: Sendable {
    /// The first four units, for a quick comparison.
    fileprivate var first: UInt64
    fileprivate var start: Int32
    fileprivate var end: Int32
    /// The index of the name.
    var name: Int32
    /// Where the row's text starts in the name; less than 0 for the first letters of parts.
    var offset: Int16
    fileprivate var sort: SearchName.Start
  }

  /// In their order.
  private(set) var rows: [Row] = []
  /// The best rows of those that start with the same letters, by these letters in their order.
  private(set) var best: [(key: [UInt16], rows: [Row])] = []
  private var units: [UInt16] = []

  /// So many rows are read at once, so that letters with no more of them need no file of the best.
  private static let fewRows = 800
  private static let bestRows = 24
  /// Rows are looked through where so many letters are typed.
  static let longestBest = 3

  /// Takes the names in the order in which equal ones are to be shown.
  init(_ entries: [NameEntry]) {
    for (index, entry) in entries.enumerated() { add(entry, Int32(index)) }
    units.withUnsafeBufferPointer { units in
      rows.sort { left, right in
        if left.first != right.first { return left.first < right.first }
        var (one, other) = (Int(left.start) + 4, Int(right.start) + 4)
        while one < left.end, other < right.end {
          if units[one] != units[other] { return units[one] < units[other] }
          one += 1
          other += 1
        }
        let lengths = (left.end - left.start, right.end - right.start)
        if lengths.0 != lengths.1 { return lengths.0 < lengths.1 }
        return left.name != right.name ? left.name < right.name : left.offset < right.offset
      }
    }
    findBest()
  }

  /// The letters of a row, folded.
  func key(_ row: Row) -> ArraySlice<UInt16> { units[Int(row.start)..<Int(row.end)] }

  private mutating func add(_ entry: NameEntry, _ name: Int32) {
    let start = units.count
    units += entry.key.units
    for (index, sort) in entry.key.starts.enumerated() where Self.isListed(entry, index, sort) {
      // What stands before the first letter belongs to it (`<vector>`).
      let offset = index == 0 ? 0 : entry.key.offsets[index]
      append(start + index..<units.count, name, offset: offset, sort)
    }
    if entry.origin == .title { return }
    let signs = SearchName(signsAtEndOf: entry.name)
    if let offset = signs.offsets.first, offset > 0 {
      let start = units.count
      units += signs.units
      append(start..<units.count, name, offset: offset, .part)
    }
    guard entry.origin.hasInitials else { return }
    // Those of the whole name, and those of what is after each point or colons.
    for (index, sort) in entry.key.starts.enumerated() where sort == .name {
      let initials = entry.key.initials(from: index)
      guard initials.count > 1 else { continue }
      let first = units.count
      units += initials
      append(first..<units.count, name, offset: Int16(-1 - index), .none)
    }
  }

  /// Whether a name is found by what starts at one of its letters.
  private static func isListed(_ entry: NameEntry, _ index: Int, _ sort: SearchName.Start) -> Bool {
    switch sort {
    case _ where index == 0: true
    case .none: false
    case .hump: entry.origin.hasInitials || entry.origin == .listed
    case .part, .name: entry.origin != .title
    }
  }

  private mutating func append(_ range: Range<Int>, _ name: Int32, offset: Int16, _ sort: SearchName.Start) {
    var first: UInt64 = 0
    for index in range.lowerBound..<range.lowerBound + 4 {
      first = first << 16 | (index < range.upperBound ? UInt64(units[index]) : 0)
    }
    rows.append(
      Row(
        first: first, start: Int32(range.lowerBound), end: Int32(range.upperBound), name: name, offset: offset,
        sort: sort))
  }

  /// Finds the best rows for one to three letters.
  private mutating func findBest() {
    for length in 1...Self.longestBest {
      var start = 0
      while start < rows.count {
        let mask = UInt64.max << UInt64(64 - 16 * length)
        let prefix = rows[start].first & mask
        var end = start + 1
        while end < rows.count, rows[end].first & mask == prefix { end += 1 }
        if end - start > Self.fewRows, rows[start].end - rows[start].start >= length {
          best.append((Array(key(rows[start]).prefix(length)), bestRows(start..<end)))
        }
        start = end
      }
    }
    best.sort { $0.key.lexicographicallyPrecedes($1.key) }
  }

  private func bestRows(_ range: Range<Int>) -> [Row] {
    // Whole names before parts, and short ones before long ones.
    func rank(_ index: Int) -> Int {
      let row = rows[index]
      let isStart = row.offset == 0
      let sort = isStart ? 0 : row.offset < 0 ? 3 : 4 - Int(row.sort.rawValue)
      return sort << 40 | Int(row.end - row.start) << 32 | Int(row.name)
    }
    let ranked = range.map { (rank: rank($0), index: $0) }.sorted { $0.rank < $1.rank }
    return ranked.prefix(Self.bestRows).map(\.index).sorted().map { rows[$0] }
  }
}

extension SearchEntry.Origin {
  /// Whether such names are found by the first letters of their parts.
  fileprivate var hasInitials: Bool {
    switch self {
    case .page, .section, .member: true
    case .keyword, .listed, .linked, .returnCode, .parameter, .title: false
    }
  }
}
