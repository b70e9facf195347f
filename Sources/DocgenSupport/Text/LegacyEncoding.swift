/// An encoding of a language or region that was in use before UTF-8; its value is its name.
public enum LegacyEncoding: String, Sendable, CaseIterable {
  /// Japanese, as in Windows.
  case shiftJIS = "Shift_JIS"
  /// Japanese, as in Unix.
  case eucJP = "EUC-JP"
  /// Simplified Chinese.
  case gbk = "GBK"
  /// Traditional Chinese.
  case big5 = "Big5"
  /// Korean.
  case eucKR = "EUC-KR"
  /// Cyrillic, as in Windows.
  case windows1251 = "Windows-1251"
  /// Russian, as in Unix.
  case koi8R = "KOI8-R"
}

/// Tells encodings apart by which bytes follow each other, and which are frequent in their languages.
struct LegacyEncodingGuess {
  /// How many characters of an encoding there are, and how many of them are frequent ones.
  private struct Count {
    var all = 0
    var frequent = 0
    var invalid = 0

    /// Whether all but a few characters are possible, and a share in percent is frequent.
    func isLikely(_ percent: Int) -> Bool {
      all >= LegacyEncodingGuess.fewest && invalid * 20 <= all && frequent * 100 >= all * percent
    }
  }

  /// Fewer characters tell nothing; letters of one byte look like halves of characters, so that more of them are needed.
  private static let fewest = 4
  private static let fewestLetters = 24

  private var japanese = Count()
  private var shiftJIS = Count()
  private var korean = Count()
  private var chinese = Count()
  private var taiwanese = Count()
  /// Characters of two bytes whose second is one of ASCII.
  private var lowTrails = 0
  /// Full stops and commas of East Asian text in its encodings.
  private var wideSigns = 0
  /// Letters of the halves of the upper range, and all other bytes there.
  private var letters = (lower: 0, upper: 0, others: 0)

  /// Takes the parts of a text that are no UTF-8: whole runs of bytes beyond ASCII.
  init(_ bytes: UnsafeRawBufferPointer, _ runs: [Range<Int>]) {
    for run in runs {
      readPairs(bytes, run)
      readShiftJIS(bytes, run)
      for index in run { readLetter(bytes[index]) }
    }
  }

  /// The encoding that the bytes most likely are in; `nil` if none fits.
  var encoding: LegacyEncoding? {
    if shiftJIS.isLikely(20) { return .shiftJIS }
    if japanese.isLikely(20) { return .eucJP }
    let lowShare = lowTrails * 100 / max(1, taiwanese.all)
    if lowShare >= 15, lowShare <= 85, taiwanese.isLikely(70) { return .big5 }
    if let encoding = letterEncoding { return encoding }
    if korean.isLikely(85), wideSigns == 0 { return .eucKR }
    return chinese.isLikely(80) ? .gbk : nil
  }

  /// Letters of one byte: capitals are rare in every language.
  private var letterEncoding: LegacyEncoding? {
    let all = letters.lower + letters.upper
    guard all >= Self.fewestLetters, letters.others * 20 <= all else { return nil }
    if letters.upper * 2 >= letters.lower * 3 { return .windows1251 }
    return letters.lower * 2 >= letters.upper * 3 ? .koi8R : nil
  }

  private mutating func readLetter(_ byte: UInt8) {
    switch byte {
    case 0xC0...0xDF: letters.lower += 1
    case 0xE0...0xFF: letters.upper += 1
    // ё and its capital, dashes and quotation marks.
    case 0xA3, 0xA8, 0xB3, 0xB8, 0x84, 0x93...0x97, 0xAB, 0xBB, 0xB9: break
    case 0x80...0xBF: letters.others += 1
    default: break
    }
  }

  /// Reads characters of two bytes from 0x81 on, as most encodings of East Asia have them.
  private mutating func readPairs(_ bytes: UnsafeRawBufferPointer, _ run: Range<Int>) {
    for index in stride(from: run.lowerBound, to: run.upperBound, by: 2) {
      note(bytes[index], index + 1 < bytes.count ? bytes[index + 1] : 0)
    }
  }

  private mutating func note(_ lead: UInt8, _ trail: UInt8) {
    let isHigh = (0xA1...0xFE).contains(lead) && (0xA1...0xFE).contains(trail)
    let isSign = isHigh && (0xA1...0xA3).contains(lead)
    if (lead == 0xA1 && (0xA2...0xA3).contains(trail)) || (lead == 0xA3 && trail == 0xAC) { wideSigns += 1 }
    Self.add(&japanese, isValid: isHigh || lead == 0x8E, isFrequent: isHigh && (0xA4...0xA5).contains(lead))
    Self.add(&korean, isValid: isHigh, isFrequent: isSign || (0xB0...0xC8).contains(lead))
    let isLow = (0x40...0x7E).contains(trail)
    if isLow { lowTrails += 1 }
    Self.add(
      &chinese, isValid: lead > 0x80 && trail != 0x7F && trail >= 0x40,
      isFrequent: isHigh && (isSign || (0xB0...0xF7).contains(lead)))
    Self.add(
      &taiwanese, isValid: lead > 0x80 && (isLow || (0xA1...0xFE).contains(trail)),
      isFrequent: (0xA1...0xC6).contains(lead))
  }

  /// Reads characters of one or two bytes, the first of which is below 0xA0 or above 0xDF.
  private mutating func readShiftJIS(_ bytes: UnsafeRawBufferPointer, _ run: Range<Int>) {
    var index = run.lowerBound
    while index < run.upperBound {
      let lead = bytes[index]
      if (0xA1...0xDF).contains(lead) {
        Self.add(&shiftJIS, isValid: true, isFrequent: false)
        index += 1
        continue
      }
      let trail = index + 1 < bytes.count ? bytes[index + 1] : 0
      let isValid = (0x81...0xFC).contains(lead) && (0x40...0xFC).contains(trail) && trail != 0x7F
      let isKana = lead == 0x82 && (0x9F...0xF1).contains(trail) || lead == 0x83 && (0x40...0x96).contains(trail)
      Self.add(&shiftJIS, isValid: isValid, isFrequent: isKana)
      index += isValid ? 2 : 1
    }
  }

  private static func add(_ count: inout Count, isValid: Bool, isFrequent: Bool) {
    count.all += 1
    if !isValid { count.invalid += 1 }
    if isValid, isFrequent { count.frequent += 1 }
  }
}
