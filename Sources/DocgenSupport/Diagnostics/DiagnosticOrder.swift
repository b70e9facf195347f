/// Brings findings into their total order, for which few texts are looked at.
public enum DiagnosticOrder {
  /// Findings in their total order.
  ///
  /// - Complexity: O(*n* log *n*); made for findings of few files.
  public static func sorted(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    guard diagnostics.count > 1 else { return diagnostics }
    var files: [String] = []
    var places: [Place] = []
    places.reserveCapacity(diagnostics.count)
    for index in diagnostics.indices {
      let location = diagnostics[index].location
      var file = files.count - 1
      while file >= 0, files[file] != location.file { file -= 1 }
      if file < 0 {
        file = files.count
        files.append(location.file)
      }
      places.append(Place(file: file, start: location.start, index: index))
    }
    var ranks = [Int](repeating: 0, count: files.count)
    let order = files.indices.sorted { files[$0].utf8.lexicographicallyPrecedes(files[$1].utf8) }
    for (rank, file) in order.enumerated() { ranks[file] = rank }
    places.sort { left, right in
      if left.file != right.file { return ranks[left.file] < ranks[right.file] }
      if left.start != right.start { return left.start < right.start }
      return Diagnostic.precedes(diagnostics[left.index], diagnostics[right.index])
    }
    return places.map { diagnostics[$0.index] }
  }

  /// Whether findings are in their total order.
  ///
  /// - Complexity: O(*n*).
  public static func isSorted(_ diagnostics: [Diagnostic]) -> Bool {
    !diagnostics.indices.dropFirst().contains { index in
      let (previous, next) = (diagnostics[index - 1].location, diagnostics[index].location)
      if previous.file == next.file, previous.start != next.start { return next.start < previous.start }
      return Diagnostic.precedes(diagnostics[index], diagnostics[index - 1])
    }
  }

  private struct Place {
    var file: Int
    var start: SourcePosition
    var index: Int
  }
}
