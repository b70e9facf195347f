/// Folds text to the form in which the search compares it: lower case, letters without diacritics.
///
/// `search.js` folds what a reader types in the same way; texts are UTF-16, so that both count alike.
struct SearchFolding: Sendable {
  /// What becomes of a character.
  enum Result: Equatable {
    /// It separates words.
    case separator
    /// It is a part of the letter before.
    case nothing
    case one(UInt16)
    case two(UInt16, UInt16)
  }

  /// The folding that all of docgen uses.
  static let standard = SearchFolding()

  /// Letters in lower case, each after the letter that it is without its marks.
  private static let marked = """
    aàáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ bḃḅḇ cçćĉċčḉ dďḋḍḏḑḓ eèéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ fḟ gĝğġģǧǵḡ hĥȟḣḥḧḩḫẖ \
    iìíîïĩīĭįǐȉȋḭḯỉị jĵǰ kķǩḱḳḵ lĺļľḷḹḻḽ mḿṁṃ nñńņňǹṅṇṉṋ oòóôõöōŏőơǒǫǭȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợ pṕṗ rŕŗřȑȓṙṛṝṟ \
    sśŝşšșṡṣṥṧṩ tţťțṫṭṯṱẗ uùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự vṽṿ wŵẁẃẅẇẉẘ xẋẍ yýÿŷȳẏẙỳỵỷỹ zźżžẑẓẕ \
    αάἀἁἂἃἄἅἆἇὰάᾀᾁᾂᾃᾄᾅᾆᾇᾰᾱᾲᾳᾴᾶᾷ εέἐἑἒἓἔἕὲέ ηήἠἡἢἣἤἥἦἧὴήᾐᾑᾒᾓᾔᾕᾖᾗῂῃῄῆῇ ιΐίϊἰἱἲἳἴἵἶἷὶίιῐῑῒΐῖῗ οόὀὁὂὃὄὅὸό ρῤῥ \
    υΰϋύὐὑὒὓὔὕὖὗὺύῠῡῢΰῦῧ ωώὠὡὢὣὤὥὦὧὼώᾠᾡᾢᾣᾤᾥᾦᾧῲῳῴῶῷ аӑӓ гѓ еѐёӗ жӂӝ зӟ ийѝӣӥ кќ оӧ уўӯӱӳ чӵ ыӹ эӭ ії ѵѷ әӛ өӫ
    """
  /// Letters that other letters stand for.
  private static let spelled: [(Unicode.Scalar, String)] = [
    ("ß", "ss"), ("æ", "ae"), ("ǣ", "ae"), ("ǽ", "ae"), ("œ", "oe"), ("þ", "th"), ("ø", "o"), ("ǿ", "o"), ("đ", "d"),
    ("ð", "d"), ("ł", "l"), ("ı", "i"),
  ]

  /// What becomes of the characters before this one is looked up.
  private static let tableEnd: UInt32 = 0x2000
  private static let noUnit: UInt16 = 0
  private static let mark: UInt16 = 1
  /// Entries from here on are indices into `pairs`; the characters of this area mean nothing.
  private static let firstPair: UInt16 = 0xE000
  private let table: [UInt16]
  private let pairs: [(UInt16, UInt16)]

  private init() {
    var bases: [UInt32: String] = [:]
    for group in Self.marked.split(separator: " ") {
      guard let base = group.unicodeScalars.first else { continue }
      for scalar in group.unicodeScalars.dropFirst() { bases[scalar.value] = String(base) }
    }
    for (scalar, text) in Self.spelled { bases[scalar.value] = text }
    var pairs: [(UInt16, UInt16)] = []
    table = (0..<Self.tableEnd).map { value in
      if (0x300...0x36F).contains(value) { return Self.mark }
      guard let scalar = Unicode.Scalar(value), let lower = Self.lowercased(scalar) else { return Self.noUnit }
      let units = Array((bases[lower.value] ?? String(lower)).utf16)
      guard units.count > 1 else { return units[0] }
      pairs.append((units[0], units[1]))
      return Self.firstPair + UInt16(pairs.count - 1)
    }
    self.pairs = pairs
  }

  /// The letter or digit in lower case; `nil` for what separates words.
  private static func lowercased(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .titlecaseLetter:
      // The dotted capital i becomes two characters, of which the second is a mark.
      return scalar.properties.lowercaseMapping.unicodeScalars.first
    case .lowercaseLetter, .modifierLetter, .otherLetter, .decimalNumber, .letterNumber, .otherNumber,
      .spacingMark, .nonspacingMark:
      return scalar
    default: return nil
    }
  }

  /// What becomes of a character; characters beyond the basic plane separate words.
  func fold(_ scalar: Unicode.Scalar) -> Result {
    if scalar.value < Self.tableEnd {
      switch table[Int(scalar.value)] {
      case Self.noUnit: return .separator
      case Self.mark: return .nothing
      case let pair where pair >= Self.firstPair:
        let units = pairs[Int(pair - Self.firstPair)]
        return .two(units.0, units.1)
      case let unit: return .one(unit)
      }
    }
    guard scalar.value < 0x10000, let lower = Self.lowercased(scalar) else { return .separator }
    return .one(UInt16(truncatingIfNeeded: lower.value))
  }

  /// Calls a function with each word of a text of valid UTF-8, folded.
  ///
  /// Where a script has no spaces between words, each pair of letters in a row counts as one; so a text in several scripts
  /// is split where they meet.
  func forEachWord(of text: ArraySlice<UInt8>, _ body: (_ word: [UInt16]) -> Void) {
    var word: [UInt16] = []
    var isSpaceless = false
    var index = text.startIndex
    func end() {
      if isSpaceless, word.count > 1 {
        for second in 1..<word.count { body([word[second - 1], word[second]]) }
      } else if !word.isEmpty {
        body(word)
      }
      word.removeAll(keepingCapacity: true)
    }
    func append(_ unit: UInt16) {
      let isNext = Self.isSpaceless(unit)
      if isNext != isSpaceless { end() }
      isSpaceless = isNext
      word.append(unit)
    }
    while index < text.endIndex {
      let (scalar, length) = Self.decode(text, index)
      index += length
      switch fold(scalar) {
      case .separator: end()
      case .nothing: break
      case .one(let unit): append(unit)
      case .two(let first, let second):
        append(first)
        append(second)
      }
    }
    end()
  }

  /// Whether a letter is of a script that has no spaces between words, or such that parts of words are looked for: those of
  /// Southeast Asia, Han, Kana and Hangul; the same as in `search.js`.
  static func isSpaceless(_ unit: UInt16) -> Bool {
    switch unit {
    case ..<0xE00: false
    case 0xE00...0xEFF, 0x1000...0x109F, 0x1100...0x11FF, 0x1780...0x17FF, 0x3005...0x9FFF,
      0xAC00...0xD7AF, 0xF900...0xFAFF, 0xFF66...0xFF9F:
      true
    default: false
    }
  }

  /// The character at an index of valid UTF-8, and the number of its bytes.
  private static func decode(_ text: ArraySlice<UInt8>, _ index: Int) -> (Unicode.Scalar, Int) {
    let first = text[index]
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard index + length <= text.endIndex else { return (" ", text.endIndex - index) }
    var value = UInt32(first) & (0x7F >> UInt32(length))
    for offset in 1..<length { value = value << 6 | UInt32(text[index + offset] & 0x3F) }
    return (Unicode.Scalar(value) ?? " ", length)
  }
}
