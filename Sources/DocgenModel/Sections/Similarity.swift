/// How much an entry of a translation looks like one of the source.
package enum Similarity: Int, Sendable {
  /// The same entry, whatever pairs of others have to give way for it.
  case identical = -1_000_000
  /// The same entry, unchanged as far as it can be told.
  case equal = 0
  /// The same entry, damaged.
  case similar = 1
  /// Nothing tells whether they are the same: their places decide.
  case open = 2
  /// Another text, which may stand for the same entry if it has the same place.
  case different = 4
  /// Entries that are not the same, whatever their places.
  case unrelated = 9
}

/// How certain it is that two entries stand for each other.
package enum Certainty: UInt8, Comparable, Sendable {
  /// Only the order of the entries says so; another entry may be meant.
  case byPlace
  /// Nothing else is left: between entries that are alike, both sides have as many.
  case likely
  /// They look alike.
  case certain

  /// Whether one of the two may be written in place of the other without anybody looking at it.
  package var isBeyondDoubt: Bool { self >= .likely }

  /// Whether the first is less certain.
  package static func < (left: Certainty, right: Certainty) -> Bool { left.rawValue < right.rawValue }
}
