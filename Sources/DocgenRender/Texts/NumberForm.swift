/// How a language writes numbers and percentages.
struct NumberForm: Sendable {
  /// What stands between groups of three digits.
  private let group: String
  /// What stands before a fraction.
  private let decimal: String
  /// The form of a percentage, with `#` for its number.
  private let percent: String

  /// Takes the signs of a language and the form of its percentages (`# %`).
  init(group: String, decimal: String, percent: String) {
    self.group = group
    self.decimal = decimal
    self.percent = percent
  }

  /// A whole number, in groups of three digits.
  func text(_ number: Int) -> String {
    let digits = String(number.magnitude)
    var text = number < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.utf8.count - index).isMultiple(of: 3) { text += group }
      text.append(digit)
    }
    return text
  }

  /// A share in percent: as much as all is told only of all, and as little as nothing only of nothing.
  func share(_ part: Int, of whole: Int) -> String {
    let permille = Self.rounded(part, of: whole, parts: 1000)
    var number = text(permille / 10)
    if permille > 0, permille < 1000 { number += decimal + "\(permille % 10)" }
    return percent.split(separator: "#", omittingEmptySubsequences: false).joined(separator: number)
  }

  /// A share in a number of equal parts; none and all of them are kept for nothing and all.
  static func rounded(_ part: Int, of whole: Int, parts: Int) -> Int {
    guard whole > 0, part > 0 else { return 0 }
    if part >= whole { return parts }
    let number = (2 * parts * part + whole) / (2 * whole)
    return min(max(number, 1), parts - 1)
  }
}
