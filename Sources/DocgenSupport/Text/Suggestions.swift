/// Finds the name that was probably meant by a name that is not known.
public enum Suggestions {
  /// Longer names are not compared: the comparison takes time in proportion to the product of both lengths.
  private static let longestName = 80

  /// The known name nearest to what was written, or `nil` if none is near.
  ///
  /// Near is at most one change in three letters (put in, left out, another letter, two exchanged; case does not count), or a
  /// beginning of the known name, three letters at least. Of names equally near one of the same letters is taken, for fingers
  /// get ahead of each other more often than they slip; of several, the first in the order of bytes.
  public static func nearest(to name: String, among known: some Sequence<String>) -> String? {
    let wanted = folded(name)
    guard !wanted.isEmpty, wanted.count <= longestName else { return nil }
    let wantedLetters = wanted.sorted()
    var best: (name: String, distance: Int, otherLetters: Int)?
    for candidate in known where candidate.utf8.count <= longestName {
      let letters = folded(candidate)
      let largest = max(wanted.count, letters.count) / 3
      // Names of other lengths need not be compared to be far.
      var distance = abs(wanted.count - letters.count)
      if distance <= largest { distance = self.distance(wanted, letters) }
      if distance > largest {
        // Half-written names come after all that are only mistyped.
        guard wanted.count >= 3, letters.starts(with: wanted) else { continue }
        distance += longestName
      }
      let otherLetters = letters.sorted() == wantedLetters ? 0 : 1
      if let best, (best.distance, best.otherLetters, best.name) <= (distance, otherLetters, candidate) { continue }
      best = (candidate, distance, otherLetters)
    }
    return best?.name
  }

  /// How many letters must be put in, left out, changed or exchanged with their neighbour to turn one name into the other.
  ///
  /// - Complexity: O(*n* · *m*) in the lengths of both.
  public static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var beforePrevious = [Int](repeating: 0, count: right.count + 1)
    var previous = Array(0...right.count)
    for row in 0..<left.count {
      var current = previous
      current[0] = row + 1
      for column in 0..<right.count {
        let isSame = left[row] == right[column]
        var cost = min(previous[column] + (isSame ? 0 : 1), previous[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          cost = min(cost, beforePrevious[column - 1] + 1)
        }
        current[column + 1] = cost
      }
      beforePrevious = previous
      previous = current
    }
    return previous[right.count]
  }

  private static func folded(_ name: String) -> [UInt8] {
    name.utf8.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 | 0x20 : $0 }
  }
}
