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

  /// Longer names are cut where they are compared, not where they are shown.
  private static let longest = 120

  init(_ text: String, folding: SearchFolding = .standard) {
    // Characters that letters stand for belong to the letter, so that case is looked up before folding.
    var pending = Start.name
    var previousIsUpper = false
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() where units.count < Self.longest {
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
        let isBeforeLower = next.map { $0.properties.isLowercase } ?? false
        if !previousIsUpper || isBeforeLower { start = .hump }
      }
      pending = .none
      previousIsUpper = isUpper
      if case .one(let unit) = folded {
        units.append(unit)
        starts.append(start)
      } else if case .two(let first, let second) = folded {
        units += [first, second]
        starts += [start, .none]
      }
    }
  }
}

extension SearchName.Start: Comparable {
  static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
