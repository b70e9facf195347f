import DocgenModel
import DocgenSupport

/// Finds characters that were read in a wrong encoding: `Ã¼` for `ü`, U+FFFD; and files that are not UTF-8, once each.
enum BrokenEncoding: ContentCheck {
  static let rule = Rule(
    "broken-encoding", in: .prose, .warning,
    "Characters were damaged by a wrong encoding.")

  struct Messages: MessageSet {
    let misread = MessageForm<String, String>("'{1}' is wrongly encoded; write '{2}'")
    let lostCharacter = PlainMessage("a character was lost to a wrong encoding; write it in place of U+FFFD")
    let otherEncoding = MessageForm<String>("the file is {1}; save it as UTF-8")
    let nul = PlainMessage("a NUL byte stands here, which no text holds; remove it")
    let partNotUTF8 = PlainMessage("this is not valid UTF-8 as the rest of the file is; write it anew")
    let notUTF8 = PlainMessage("this is not valid UTF-8; save the file as UTF-8")
    let partProbably = MessageForm<String>(
      "this is not UTF-8 as the rest of the file is, but probably {1}; convert this part")
    let probably = MessageForm<String>("this is not UTF-8, but probably {1}; save the file as UTF-8")
  }
  static let needsText = false

  static func check(_ context: PageContext, _ findings: inout Findings) {
    if let error = context.page.source.encodingError {
      // What else is wrong in the file comes of it, or shows when it is saved as it should be.
      let finding = Finding(message(error), at: error.span, severity: .error, damage: .other)
      return report(finding, to: &findings)
    }
    let places = DamagedCharacters.find(in: context.page.source.bytes)
    guard !places.isEmpty else { return }
    // A page about encodings shows them in every language.
    var known: [[UInt8]: Int] = [:]
    if let source = context.source?.page.source.bytes {
      for place in DamagedCharacters.find(in: source) { known[Array(source[place.range]), default: 0] += 1 }
    }
    for place in places {
      let bytes = Array(context.page.source.bytes[place.range])
      if let count = known[bytes], count > 0 {
        known[bytes] = count - 1
        continue
      }
      let text = context.page.source.text(place)
      let meant = DamagedCharacters.repaired(bytes).map { String(decoding: $0, as: UTF8.self) }
      let message: Message =
        if let meant {
          messages.misread(text, meant)
        } else {
          messages.lostCharacter
        }
      report(
        Finding(
          message, at: place, expected: meant, actual: text, damage: meant == nil ? .lost : .other), to: &findings)
    }
  }

  /// What encodings are called in every language.
  private static let names = (littleEndian: "UTF-16LE", bigEndian: "UTF-16BE", windows: "Windows-1252")

  private static func message(_ error: EncodingError) -> Message {
    switch error.encoding {
    case .utf16LittleEndian: messages.otherEncoding(names.littleEndian)
    case .utf16BigEndian: messages.otherEncoding(names.bigEndian)
    case .windows1252: message(names.windows, isMixed: error.isMixed)
    case .legacy(let encoding): message(encoding.rawValue, isMixed: error.isMixed)
    case .utf8WithNUL: messages.nul
    case .unknown where error.isMixed: messages.partNotUTF8
    case .unknown: messages.notUTF8
    }
  }

  private static func message(_ name: String, isMixed: Bool) -> Message {
    isMixed
      ? messages.partProbably(name)
      : messages.probably(name)
  }
}

/// Characters that show a wrong encoding.
enum DamagedCharacters {
  /// The places of runs of U+FFFD, and of UTF-8 that was read as Windows-1252 and written as UTF-8 again.
  static func find(in bytes: [UInt8]) -> [SourceSpan] {
    var places: [SourceSpan] = []
    bytes.withUnsafeBufferPointer { bytes in
      var index = 0
      while index + 2 < bytes.count {
        // Runs of ASCII are passed over eight bytes at a time.
        if index + 8 <= bytes.count {
          let next = UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: index, as: UInt64.self)
          let foreign = UInt64(littleEndian: next) & 0x8080_8080_8080_8080
          if foreign == 0 {
            index += 8
            continue
          }
          index += foreign.trailingZeroBitCount / 8
          guard index + 2 < bytes.count else { break }
        }
        let byte = bytes[index]
        guard byte == 0xC3 || byte == 0xEF, let length = length(at: index, bytes) else {
          index += 1
          continue
        }
        let start = index
        index += length
        // What was one character of several bytes is often several of these.
        while byte == 0xEF, index + 2 < bytes.count, bytes[index] == byte, self.length(at: index, bytes) != nil {
          index += 3
        }
        places.append(SourceSpan(start..<index))
      }
    }
    return places
  }

  /// The number of bytes of a damaged character.
  private static func length(at index: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    func byte(_ offset: Int) -> UInt8 { index + offset < bytes.count ? bytes[index + offset] : 0 }
    if byte(0) == 0xEF { return byte(1) == 0xBF && byte(2) == 0xBD ? 3 : nil }
    switch byte(1) {
    // Ã or Â before a sign of the second half of Latin-1.
    case 0x82, 0x83: return byte(2) == 0xC2 && (0x80...0xBF).contains(byte(3)) ? 4 : mixed(index, bytes)
    // â€ and what follows: quotation marks, dashes, the ellipsis.
    case 0xA2:
      guard byte(2) == 0xE2, byte(3) == 0x82, byte(4) == 0xAC else { return nil }
      if byte(5) == 0xC2, (0x80...0xBF).contains(byte(6)) { return 7 }
      if byte(5) == 0xE2, byte(6) == 0x84 || byte(6) == 0x80 { return 8 }
      if byte(5) == 0xC5, byte(6) == 0x93 { return 7 }
      return 5
    default: return nil
    }
  }

  /// Ã before a character of Windows-1252 that is none of Latin-1: `Ã‰`, `ÃŸ`, `Ãœ`.
  private static func mixed(_ index: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard bytes[index + 1] == 0x83, index + 3 < bytes.count else { return nil }
    switch (bytes[index + 2], bytes[index + 3]) {
    case (0xC5, 0x93), (0xC5, 0xB8), (0xC5, 0xA0), (0xC5, 0x92), (0xC5, 0xBD), (0xC5, 0xA1), (0xC5, 0xBE): return 4
    case (0xE2, 0x80), (0xE2, 0x84), (0xE2, 0x82): return index + 4 < bytes.count ? 5 : nil
    default: return nil
    }
  }

  /// What a damaged character was; `nil` if that cannot be told.
  static func repaired(_ bytes: [UInt8]) -> [UInt8]? {
    var result: [UInt8] = []
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      if scalar.value < 0x100 {
        result.append(UInt8(truncatingIfNeeded: scalar.value))
      } else if let byte = windows1252.firstIndex(of: scalar.value) {
        result.append(UInt8(0x80 + byte))
      } else {
        return nil
      }
    }
    return UTF8Validation.isValid(result) ? result : nil
  }

  /// The characters of Windows-1252 from 0x80 to 0x9F; 0 for those that it leaves out.
  private static let windows1252: [UInt32] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E,
    0x0178,
  ]
}
