import DocgenSupport

/// Anchors of facts.
package enum FactAnchor {
  /// A name as a part of an anchor: letters, digits, `_` and `-`, in lower case.
  package static func make(from name: String) -> String {
    if let anchor = plain(name) { return anchor }
    var result = ""
    for scalar in name.unicodeScalars {
      switch scalar {
      case "A"..."Z", "a"..."z", "0"..."9", "_": result += scalar.properties.lowercaseMapping
      case "-": if result.isEmpty || result.last != "-" { result.append("-") }
      default:
        if scalar.properties.isAlphabetic {
          result += scalar.properties.lowercaseMapping
        } else if scalar.properties.isWhitespace, !result.isEmpty, result.last != "-" {
          result.append("-")
        }
      }
    }
    return result.isEmpty ? "value" : result
  }

  /// The anchor of a name of letters, digits, `_` and `-` alone, as nearly all are; `nil` for others.
  private static func plain(_ name: String) -> String? {
    var name = name
    return name.withUTF8 { bytes -> String? in
      if bytes.isEmpty { return nil }
      var previous: UInt8 = 0
      for byte in bytes {
        switch byte {
        case 0x41...0x5A, 0x61...0x7A, 0x30...0x39, UInt8(ascii: "_"): break
        case UInt8(ascii: "-"): if previous == byte { return nil }
        default: return nil
        }
        previous = byte
      }
      return String(unsafeUninitializedCapacity: bytes.count) { result in
        for (index, byte) in bytes.enumerated() { result[index] = ASCIICase.lowercased(byte) }
        return bytes.count
      }
    }
  }
}

extension PageAlignment {
  /// The anchors of the translation's facts of a kind, equal in every locale: those of the source's facts that they stand
  /// for, numbered as they are there; others are made from what the translation says. Repeated ones are numbered.
  ///
  /// - Returns: By the index of the fact; empty for kinds without anchors.
  package func anchors(of kind: FactKind) -> [String] {
    guard kind.hasAnchors else { return [] }
    let count = kind.count(in: translation.facts) ?? kind.facts(of: translation, words.translation).count
    let alignment = self[kind]
    let originals = Self.anchors(of: kind, in: source, words.source)
    var anchors = (0..<count).map { index in
      alignment.pair(ofTranslation: index).flatMap { $0.isCertain ? originals[$0.source] : nil }
    }
    var used = AnchorNumbers(originals)
    for index in anchors.indices where anchors[index] == nil {
      anchors[index] = kind.anchor(of: index, in: translation.facts).map { used.take($0) }
    }
    return anchors.map { $0 ?? "" }
  }

  /// The anchors of a page's own facts of a kind, repeated ones numbered.
  package static func anchors(of kind: FactKind, in page: LocalizedPage, _ vocabulary: Vocabulary) -> [String] {
    guard kind.hasAnchors else { return [] }
    var used = AnchorNumbers()
    let count = kind.count(in: page.facts) ?? kind.facts(of: page, vocabulary).count
    return (0..<count).map { index in
      used.take(kind.anchor(of: index, in: page.facts) ?? "")
    }
  }
}
