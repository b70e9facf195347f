/// A name as the search sees it: its letters and digits, and where its parts start.
struct SearchName: Sendable {
  /// How a part starts.
  enum Start: UInt8, Sendable {
    /// Within a part.
    case none
    /// At an inner capital: `Job` of `KillJob`.
    case hump
    /// After a sign: `Job` of `CIM_Job`.
    case part
    /// At the start, or after a point or colons: `KillJob` of `CIM_Job.KillJob`.
    case name
  }

  /// The folded letters and digits.
  private(set) var units: [UInt16] = []
  /// By the index of the unit.
  private(set) var starts: [Start] = []
  /// Where the character of each unit starts in the UTF-8 of the name.
  private(set) var offsets: [Int16] = []

  /// Longer names are cut where they are compared, not where they are shown.
  private static let longest = 120

  init(_ text: String, folding: SearchFolding = .standard) {
    units.reserveCapacity(text.utf8.count)
    starts.reserveCapacity(text.utf8.count)
    offsets.reserveCapacity(text.utf8.count)
    // Characters that letters stand for belong to the letter, so that case is looked up before folding.
    var pending = Start.name
    var previousIsUpper = false
    let scalars = Array(text.unicodeScalars)
    var offset = 0
    for (index, scalar) in scalars.enumerated() where units.count < Self.longest {
      defer { offset += UTF8.width(scalar) }
      let folded = folding.fold(scalar)
      let isUpper = scalar.isASCII ? (0x41...0x5A).contains(scalar.value) : scalar.properties.isUppercase
      switch folded {
      case .separator:
        pending = scalar == "." || scalar == ":" || units.isEmpty ? .name : max(pending, .part)
        previousIsUpper = false
        continue
      case .nothing: continue
      case .one, .two: break
      }
      var start = pending
      if start == .none, isUpper {
        let next = index + 1 < scalars.count ? scalars[index + 1] : nil
        let isBeforeLower = next.map(Self.isLowercase) ?? false
        if !previousIsUpper || isBeforeLower { start = .hump }
      }
      pending = .none
      previousIsUpper = isUpper
      if case .one(let unit) = folded {
        units.append(unit)
        starts.append(start)
        offsets.append(Int16(truncatingIfNeeded: offset))
      } else if case .two(let first, let second) = folded {
        units += [first, second]
        starts += [start, .none]
        offsets += [Int16(truncatingIfNeeded: offset), Int16(truncatingIfNeeded: offset)]
      }
    }
  }
}

extension SearchName {
  /// Whether a character is a small letter; most are of ASCII, and need no table.
  private static func isLowercase(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII ? (0x61...0x7A).contains(scalar.value) : scalar.properties.isLowercase
  }

  /// A name of signs alone (`<<`), which stand for themselves.
  init(signs text: String) {
    self.init("")
    for (offset, byte) in text.utf8.enumerated() where byte > 0x20 && byte < 0x7F { append(sign: byte, offset) }
  }

  /// The signs at the end of a name with letters (`<<` of `operator<<`).
  init(signsAtEndOf text: String) {
    self.init("")
    let bytes = Array(text.utf8)
    let start = bytes.lastIndex { !Self.isSign($0) }.map { $0 + 1 } ?? bytes.count
    guard start > 0, bytes.count - start <= Self.mostSigns else { return }
    for offset in start..<bytes.count { append(sign: bytes[offset], offset) }
  }

  /// No operator has more.
  private static let mostSigns = 3

  private static func isSign(_ byte: UInt8) -> Bool { "!%&()*+,-/<=>[]^|~".utf8.contains(byte) }

  private mutating func append(sign: UInt8, _ offset: Int) {
    units.append(UInt16(sign))
    starts.append(units.count == 1 ? .name : .none)
    offsets.append(Int16(truncatingIfNeeded: offset))
  }

  /// The first letters of the parts from a unit on.
  func initials(from first: Int) -> [UInt16] {
    zip(units[first...], starts[first...]).filter { $1 != .none }.map(\.0)
  }
}

extension SearchName.Start: Comparable {
  static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
