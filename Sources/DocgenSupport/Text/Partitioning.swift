extension RandomAccessCollection {
  /// The index of the first element for which something holds that holds for all after it, too; the end where there is
  /// none.
  ///
  /// - Complexity: O(log *n*).
  public func partitioningIndex(where holds: (Element) -> Bool) -> Index {
    var low = startIndex
    var count = self.count
    while count > 0 {
      let half = count / 2
      let middle = index(low, offsetBy: half)
      if holds(self[middle]) {
        count = half
      } else {
        low = index(after: middle)
        count -= half + 1
      }
    }
    return low
  }
}
