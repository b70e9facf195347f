import DocgenSupport

extension Output {
  /// Values that one thread puts into text at a time.
  private static let groupSize = 512
  /// Groups that wait to be written; those of findings have about 300 KB.
  private static let waitingGroups = 8

  /// Writes JSON values one a line; several threads put them into text, as long as somebody reads it.
  ///
  /// - Parameters:
  ///   - count: How many there are.
  ///   - separator: What stands between two of them.
  ///   - jobs: The number of threads.
  ///   - write: Writes the value of an index.
  func writeLines(
    count: Int, separator: String, jobs: Int, _ write: @escaping @Sendable (Int, inout JSONWriter) -> Void
  ) {
    let groups = (count + Self.groupSize - 1) / Self.groupSize
    Parallel.stream(count: groups, jobs: jobs, capacity: Self.waitingGroups) { group in
      let first = group * Self.groupSize
      var text = ByteBuffer()
      var writer = JSONWriter(isIndented: false)
      for index in first..<min(first + Self.groupSize, count) {
        if index > 0 { text.append(separator) }
        writer.restart()
        write(index, &writer)
        text.append(writer.buffer.bytes)
      }
      return text
    } consume: { text in
      self.write(text)
      return !isClosed
    }
  }
}
