/// How a language writes a day: a pattern of CLDR with `d`, `dd`, `M`, `MM`, `MMMM` and `yyyy`, and the months' names.
struct DateForm: Sendable {
  private enum Part {
    case day(digits: Int)
    case month(digits: Int)
    case monthName
    case year
    case text(String)
  }

  private let parts: [Part]
  private let months: [String]

  /// Takes a pattern (`d. MMMM yyyy`) and the months, from January on; letters in single quotes stand for themselves.
  init(pattern: String, months: [String]) {
    self.months = months
    var parts: [Part] = []
    var rest = Substring(pattern)
    while let first = rest.first {
      if first == "'" {
        let quoted = rest.dropFirst().prefix { $0 != "'" }
        parts.append(.text(quoted.isEmpty ? "'" : String(quoted)))
        rest = rest.dropFirst(quoted.count + 2)
        continue
      }
      let run = rest.prefix { $0 == first }
      switch first {
      case "d": parts.append(.day(digits: run.count))
      case "M": parts.append(run.count > 2 ? .monthName : .month(digits: run.count))
      case "y": parts.append(.year)
      default: parts.append(.text(String(run)))
      }
      rest = rest.dropFirst(run.count)
    }
    self.parts = parts
  }

  /// A day, given as `2018-05-31`, in the form of the language; as it is given where it is none.
  func text(iso: String) -> String {
    let numbers = iso.split(separator: "-").compactMap { Int($0) }
    guard numbers.count == 3, months.indices.contains(numbers[1] - 1) else { return iso }
    return parts.reduce(into: "") { text, part in
      switch part {
      case .day(let digits): text += Self.number(numbers[2], digits)
      case .month(let digits): text += Self.number(numbers[1], digits)
      case .monthName: text += months[numbers[1] - 1]
      case .year: text += "\(numbers[0])"
      case .text(let words): text += words
      }
    }
  }

  private static func number(_ number: Int, _ digits: Int) -> String {
    (number < 10 && digits > 1 ? "0" : "") + "\(number)"
  }
}
