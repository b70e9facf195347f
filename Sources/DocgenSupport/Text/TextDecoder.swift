/// Makes UTF-8 of files that are something else.
enum TextDecoder {
  /// The text of a file that is not valid UTF-8 or holds NUL bytes.
  ///
  /// UTF-16 is read as it is meant. In all else, one character takes the place of each byte that is no part of UTF-8, so
  /// that lines and columns stay as they were: that of Windows-1252 where the text looks like it, else U+FFFD.
  static func decode(_ bytes: [UInt8]) -> (text: [UInt8], error: EncodingError) {
    if let isBigEndian = UTF16Form.isBigEndian(bytes) {
      let error = EncodingError(
        encoding: isBigEndian ? .utf16BigEndian : .utf16LittleEndian, span: SourceSpan(0..<0), isReadable: true)
      return (UTF16Form.decode(bytes, isBigEndian: isBigEndian), error)
    }
    return bytes.withUnsafeBytes { buffer in
      let survey = ByteSurvey(buffer)
      var text: [UInt8] = []
      text.reserveCapacity(bytes.count + 64)
      var first: SourceSpan?
      var index = 0
      while index < buffer.count {
        let length = UTF8Validation.sequenceLength(buffer, at: index)
        if length > 0, buffer[index] != 0 {
          text += buffer[index..<index + length]
          index += length
        } else {
          let start = text.count
          let scalar = survey.isWindows1252 ? Windows1252.scalar(buffer[index]) : "\u{FFFD}"
          text += Unicode.UTF8.encode(scalar).map(Array.init) ?? []
          if first == nil { first = SourceSpan(start..<text.count) }
          index += 1
        }
      }
      let error = EncodingError(
        encoding: survey.encoding, span: first ?? SourceSpan(0..<0), isMixed: survey.isMixed,
        isReadable: survey.isReadable)
      return (text, error)
    }
  }
}

/// Counts what tells how a text is encoded.
private struct ByteSurvey {
  private var size = 0
  private var nulCount = 0
  /// Bytes that are no part of UTF-8, and those of them that stand beside two others beyond ASCII.
  private var foreignCount = 0
  private var crowdedCount = 0
  /// Runs of characters beyond ASCII that are UTF-8, and places of those that are not.
  private var utf8RunCount = 0
  private var foreignRuns: [Range<Int>] = []
  private var legacy: LegacyEncoding?

  init(_ bytes: UnsafeRawBufferPointer) {
    size = bytes.count
    var index = 0
    // The foreign bytes, and all characters beyond ASCII, of the run at hand.
    var foreign = 0
    var run = 0
    var start = 0
    while index < bytes.count {
      let length = UTF8Validation.sequenceLength(bytes, at: index)
      if bytes[index] < 0x80 {
        if bytes[index] == 0 { nulCount += 1 }
        endRun(run, foreign, at: index, from: start)
        (foreign, run) = (0, 0)
      } else {
        if run == 0 { start = index }
        run += 1
        if length == 0 {
          foreign += 1
          foreignCount += 1
        }
      }
      index += max(1, length)
    }
    endRun(run, foreign, at: index, from: start)
    legacy = LegacyEncodingGuess(bytes, foreignRuns).encoding
    // One or two letters among others are of Western Europe.
    if crowdedCount * 2 <= foreignCount, legacy != .shiftJIS, legacy != .big5 { legacy = nil }
  }

  private mutating func endRun(_ count: Int, _ foreign: Int, at end: Int, from start: Int) {
    if count >= 3 { crowdedCount += foreign }
    if foreign > 0 { foreignRuns.append(start..<end) } else if count > 0 { utf8RunCount += 1 }
  }

  /// Whether parts of the text are UTF-8; in other encodings, some characters look so by chance.
  var isMixed: Bool { foreignCount > 0 && utf8RunCount * 4 > foreignRuns.count }

  /// In the languages of Western Europe letters beyond ASCII stand alone or in pairs; in all others they make up words.
  var isWindows1252: Bool { legacy == nil && nulCount < foreignCount && crowdedCount * 2 <= foreignCount }

  var encoding: EncodingError.Encoding {
    if foreignCount == 0, isReadable { return .utf8WithNUL }
    if let legacy { return .legacy(legacy) }
    return isWindows1252 ? .windows1252 : .unknown
  }

  /// Some bytes that are lost do not keep the rest from being read.
  var isReadable: Bool { isWindows1252 && foreignCount > 0 || (foreignCount + nulCount) * 50 <= size }
}

/// Files of two bytes for each character.
private enum UTF16Form {
  /// Whether a file is UTF-16 with the higher byte first, or with the lower one; `nil` if it is none.
  static func isBigEndian(_ bytes: [UInt8]) -> Bool? {
    if bytes.starts(with: [0xFF, 0xFE]) {
      // With two more it would be UTF-32.
      return bytes.count >= 4 && bytes[2] == 0 && bytes[3] == 0 ? nil : false
    }
    if bytes.starts(with: [0xFE, 0xFF]) { return true }
    return isBigEndianWithoutMark(bytes)
  }

  /// Every character of ASCII has a NUL on the same side; no other text has many, and these on one side.
  private static func isBigEndianWithoutMark(_ bytes: [UInt8]) -> Bool? {
    guard bytes.count >= 4, bytes.count % 2 == 0 else { return nil }
    var counts = (even: 0, odd: 0)
    for index in stride(from: 0, to: bytes.count, by: 2) {
      if bytes[index] == 0 { counts.even += 1 }
      if bytes[index + 1] == 0 { counts.odd += 1 }
    }
    guard max(counts.even, counts.odd) * 10 > bytes.count / 2,
      min(counts.even, counts.odd) * 20 < max(counts.even, counts.odd)
    else { return nil }
    return counts.even > counts.odd
  }

  static func decode(_ bytes: [UInt8], isBigEndian: Bool) -> [UInt8] {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    for index in stride(from: 0, to: bytes.count - 1, by: 2) {
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      let unit = isBigEndian ? first << 8 | second : second << 8 | first
      units.append(unit == 0 ? 0xFFFD : unit)
    }
    return Array(String(decoding: units.first == 0xFEFF ? units.dropFirst() : units[...], as: UTF16.self).utf8)
  }
}

private enum Windows1252 {
  private static let upper: [UInt16] = [
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD,
    0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
    0x0153, 0xFFFD, 0x017E, 0x0178,
  ]

  /// Bytes that stand for nothing are U+FFFD.
  static func scalar(_ byte: UInt8) -> Unicode.Scalar {
    switch byte {
    case 0: "\u{FFFD}"
    case 0x80...0x9F: Unicode.Scalar(upper[Int(byte) - 0x80]) ?? "\u{FFFD}"
    default: Unicode.Scalar(byte)
    }
  }
}
