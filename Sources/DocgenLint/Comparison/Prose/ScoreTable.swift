/// The best way to pair two lists in order, by the score of each pair, and how much depends on each pair of it.
struct ScoreTable {
  private let rows: Int
  private let columns: Int
  /// The score of each pair, row by row; a pair with a score of 0 cannot be.
  private let scores: [Float]
  /// The best sum of scores of what comes before a row and a column, and of what comes from there on.
  private var before: [Float]
  private var after: [Float]

  /// - Complexity: The product of the numbers of rows and columns.
  init(rows: Int, columns: Int, score: (_ row: Int, _ column: Int) -> Float) {
    self.rows = rows
    self.columns = columns
    let width = columns + 1
    var scores = [Float](repeating: 0, count: rows * columns)
    before = [Float](repeating: 0, count: (rows + 1) * width)
    after = before
    for row in 0..<rows {
      for column in 0..<columns {
        let value = score(row, column)
        scores[row * columns + column] = value
        let place = row * width + column
        let skipped = max(before[place + 1], before[place + width])
        before[place + width + 1] = value > 0 ? max(skipped, before[place] + value) : skipped
      }
    }
    for row in (0..<rows).reversed() {
      for column in (0..<columns).reversed() {
        let value = scores[row * columns + column]
        let place = row * width + column
        let skipped = max(after[place + width], after[place + 1])
        after[place] = value > 0 ? max(skipped, after[place + width + 1] + value) : skipped
      }
    }
    self.scores = scores
  }

  /// The pairs of the best way, in order; where several are as good, what comes first is paired.
  func bestPairs() -> [(row: Int, column: Int)] {
    var pairs: [(row: Int, column: Int)] = []
    let width = columns + 1
    var (row, column) = (0, 0)
    while row < rows, column < columns {
      let place = row * width + column
      let score = scores[row * columns + column]
      if score > 0, after[place] == after[place + width + 1] + score {
        pairs.append((row, column))
        (row, column) = (row + 1, column + 1)
      } else if after[place + width] >= after[place + 1] {
        row += 1
      } else {
        column += 1
      }
    }
    return pairs
  }

  /// How much less the best way without a pair of the best way has.
  ///
  /// - Complexity: O(*n*) in the columns.
  func margin(ofRow row: Int, column: Int) -> Float {
    let (own, next) = (row * (columns + 1), (row + 1) * (columns + 1))
    // The row is left out, or paired with another column.
    var best: Float = 0
    for other in 0...columns { best = max(best, before[own + other] + after[next + other]) }
    for other in 0..<columns where other != column {
      let score = scores[row * columns + other]
      if score > 0 { best = max(best, before[own + other] + score + after[next + other + 1]) }
    }
    return after[0] - best
  }
}
