import DocgenSupport

/// Which numbers of a text are those of its source, and which came or went.
struct NumberMatching {
  /// The numbers of one of both texts, with the page that they stand in.
  struct Side {
    var numbers: [NumberMention]
    var bytes: [UInt8]
    var readings: NumberReadings

    /// The groups of digits of a number, without zeros before them.
    func groups(of number: Int) -> [ArraySlice<UInt8>] {
      bytes[numbers[number].span.range].split { !(0x30...0x39).contains($0) }.map { group in
        let digits = group.drop { $0 == 0x30 }
        return digits.isEmpty ? group.suffix(1) : digits
      }
    }

    /// A number as it is written.
    func text(_ number: Int) -> [UInt8] { Array(bytes[numbers[number].span.range]) }

    /// Adds the numbers of a list with commas one by one; any other number is given back.
    mutating func split(_ number: Int) -> [Int] {
      let mention = numbers[number]
      let text = bytes[mention.span.range]
      guard mention.kind == .plain, text.contains(UInt8(ascii: ",")) else { return [number] }
      let start = numbers.count
      for group in text.split(whereSeparator: { $0 == UInt8(ascii: ",") }) {
        numbers.append(
          NumberMention(kind: .plain, span: SourceSpan(group.startIndex..<group.endIndex), words: mention.words))
      }
      return Array(start..<numbers.count)
    }
  }

  /// Numbers that are equal, in the order of the translation.
  private(set) var pairs: [(source: Int, translation: Int)] = []
  /// The numbers of the source that are not in the translation, in order.
  private(set) var missing: [Int] = []
  /// The numbers of the translation that are not in the source, in order.
  private(set) var extra: [Int] = []
  /// Numbers with points, each with the first number that stands for it where spaces were put into it.
  private(set) var torn: [(source: Int, translation: Int)] = []
  /// Ranges of the source that became one number.
  private(set) var glued: [(source: Int, translation: Int)] = []
  /// The numbers of both texts; lists of numbers may have been taken apart.
  private(set) var source: Side
  private(set) var translation: Side

  /// More numbers without a counterpart are no single damage.
  static let longestRest = 64

  /// - Complexity: O(*n*) in the numbers of both, as far as they are equal.
  init(source: Side, translation: Side) {
    self.source = source
    self.translation = translation
    pairEqual()
    guard !missing.isEmpty, !extra.isEmpty, missing.count + extra.count <= Self.longestRest else { return }
    dropTorn()
    dropGlued()
    dropAfternoons()
    dropTakenApart()
    splitLists()
  }

  /// Equal ranges differ by spaces, and others by what spaces make of them: `8. 1` for `8.1`.
  private mutating func dropTorn() {
    for number in missing {
      let wanted = source.bytes[source.numbers[number].span.range]
      let isDotted = wanted.contains(UInt8(ascii: ".")) && wanted.allSatisfy(Self.isDotOrDigit)
      guard isDotted || source.numbers[number].kind == .hexadecimal else { continue }
      let text = String(decoding: wanted, as: UTF8.self)
      guard let (other, span) = tornPlace(of: text) else { continue }
      torn.append((number, other))
      missing.removeAll { $0 == number }
      extra.removeAll {
        span.start <= translation.numbers[$0].span.start && translation.numbers[$0].span.end <= span.end
      }
    }
  }

  /// Takes ranges away that became one number: `300.400` for `300..400`.
  private mutating func dropGlued() {
    for number in missing where source.numbers[number].kind == .range {
      let groups = source.groups(of: number)
      let match = extra.first { other in
        translation.numbers[other].kind == .plain && translation.groups(of: other).elementsEqual(groups)
      }
      guard let match else { continue }
      glued.append((number, match))
      missing.removeAll { $0 == number }
      extra.removeAll { $0 == match }
    }
  }

  /// Where a number of the source stands with spaces in it, and the first of the numbers that it became.
  private func tornPlace(of text: String) -> (number: Int, span: SourceSpan)? {
    for other in extra {
      let start = translation.numbers[other].span
      if let torn = NumberSimilarity.torn(text, at: start, in: translation.bytes) { return (other, torn.span) }
    }
    return nil
  }

  private static func isDotOrDigit(_ byte: UInt8) -> Bool { byte == UInt8(ascii: ".") || (0x30...0x39).contains(byte) }

  private mutating func pairEqual() {
    var places: [UInt64: [Int]] = [:]
    for index in source.numbers.indices.reversed() {
      for reading in Set(source.readings.readings(source.numbers[index], in: source.bytes)) {
        places[FNVHash.hash(reading), default: []].append(index)
      }
    }
    var isFree = [Bool](repeating: true, count: source.numbers.count)
    for (index, number) in translation.numbers.enumerated() {
      var match: Int?
      for reading in translation.readings.readings(number, in: translation.bytes) where match == nil {
        let hash = FNVHash.hash(reading)
        while match == nil, let place = places[hash]?.popLast() {
          if isFree[place] { match = place }
        }
      }
      guard let match else {
        extra.append(index)
        continue
      }
      isFree[match] = false
      pairs.append((match, index))
      if number.isLoose, !source.numbers[match].isLoose, source.numbers[match].kind == .range {
        torn.append((match, index))
      }
    }
    missing = isFree.indices.filter { isFree[$0] }
  }

  /// Drops hours of the afternoon, which many languages count from 12 on.
  private mutating func dropAfternoons() {
    for index in missing {
      let groups = source.groups(of: index)
      guard source.numbers[index].kind == .clock || groups.count == 1,
        let hour = Int(String(decoding: groups[0], as: UTF8.self)), (1...12).contains(hour)
      else { continue }
      // Twelve in the morning is midnight.
      let later = Array(String(hour == 12 ? 0 : hour + 12).utf8)
      let match = extra.firstIndex { other in
        let found = translation.groups(of: other)
        return found[0].elementsEqual(later) && found.dropFirst().elementsEqual(groups.dropFirst())
      }
      guard let match else { continue }
      extra.remove(at: match)
      missing.removeAll { $0 == index }
    }
  }

  /// Drops numbers whose groups of digits all stand in the other text, in numbers that are written apart or as one.
  private mutating func dropTakenApart() {
    var own = Groups(missing.map { ($0, source.groups(of: $0)) })
    var other = Groups(extra.map { ($0, translation.groups(of: $0)) })
    for index in missing where isJoined(source, index) {
      own.take(index, from: &other, isDate: source.numbers[index].kind == .slashed)
    }
    for index in extra where isJoined(translation, index) && !other.isTaken(index) {
      other.take(index, from: &own, isDate: isDate(translation, index))
    }
    missing.removeAll { own.isTaken($0) }
    extra.removeAll { other.isTaken($0) }
    if missing.count + extra.count > 2, digits(missing, of: source) == digits(extra, of: translation) {
      (missing, extra) = ([], [])
    }
  }

  /// Takes lists such as `0,17` apart where the other text has other forms, so that single numbers are compared.
  private mutating func splitLists() {
    guard !missing.isEmpty, !extra.isEmpty, shapes(missing, source) != shapes(extra, translation) else { return }
    let (own, other) = (missing.flatMap { source.split($0) }, extra.flatMap { translation.split($0) })
    guard own != missing || other != extra else { return }
    var counts: [[UInt8]: Int] = [:]
    for number in own { counts[source.text(number), default: 0] += 1 }
    extra = other.filter { number in
      guard let count = counts[translation.text(number)], count > 0 else { return true }
      counts[translation.text(number)] = count - 1
      return false
    }
    missing = own.filter { number in
      guard let count = counts[source.text(number)], count > 0 else { return false }
      counts[source.text(number)] = count - 1
      return true
    }
  }

  private func shapes(_ numbers: [Int], _ side: Side) -> [Int] { numbers.map { side.numbers[$0].groupCount } }

  private func isJoined(_ side: Side, _ number: Int) -> Bool { side.numbers[number].groupCount > 1 }

  /// Whether a number is a date as most languages write it: day, month and year.
  private func isDate(_ side: Side, _ number: Int) -> Bool {
    if side.numbers[number].kind == .slashed { return true }
    let groups = side.groups(of: number).map(\.count)
    return groups.count == 3 && groups.contains(4) && groups.filter { $0 <= 2 }.count == 2
  }

  private func digits(_ numbers: [Int], of side: Side) -> [UInt8] {
    numbers.flatMap { side.bytes[side.numbers[$0].span.range].filter { (0x31...0x39).contains($0) } }
  }
}

/// Groups of digits by the numbers that they stand in, taken away one by one.
private struct Groups {
  private var places: [[UInt8]: [Int]] = [:]
  private var groups: [Int: [[UInt8]]] = [:]
  private var left: [Int: Int] = [:]

  init(_ numbers: [(number: Int, groups: [ArraySlice<UInt8>])]) {
    for (number, groups) in numbers {
      self.groups[number] = groups.map(Array.init)
      left[number] = groups.count
      for group in groups { places[Array(group), default: []].append(number) }
    }
  }

  /// Whether nothing is left of a number.
  func isTaken(_ number: Int) -> Bool { left[number] == 0 }

  /// Takes a number away with its groups in others, if all are there, or some of a date, which may have words for parts.
  mutating func take(_ number: Int, from other: inout Groups, isDate: Bool) {
    let wanted = groups[number] ?? []
    var available = other
    let count = wanted.count { available.takeGroup($0) }
    guard count == wanted.count || isDate && count > 0 else { return }
    other = available
    left[number] = 0
  }

  private mutating func takeGroup(_ group: [UInt8]) -> Bool {
    guard let number = places[group]?.popLast() else { return false }
    left[number, default: 1] -= 1
    return true
  }
}
