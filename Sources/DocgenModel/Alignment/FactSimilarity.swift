import DocgenSupport

/// How similar facts of two languages are.
package enum FactSimilarity {
  static func names(_ expected: String, _ actual: String) -> Similarity {
    if expected == actual { return .equal }
    return folded(expected) == folded(actual) ? .similar : .different
  }

  static func returnCodes(_ expected: ReturnCode, _ actual: ReturnCode) -> Similarity {
    // What is no number in the source is a word of its language.
    if let value = expected.value?.value, value == ".." || value.utf8.contains(where: { (0x30...0x39).contains($0) }) {
      let common = expected.values.contains { wanted in actual.values.contains { $0.value == wanted.value } }
      if common {
        // An entry that was put in may have the value of another.
        if expected.isSymbolic, actual.isSymbolic, let name = expected.name?.value, let other = actual.name?.value,
          names(name, other) == .different
        {
          return .similar
        }
        // A bare ".." stands for whatever lies between, so that several entries may have it.
        return value == ".." && expected.name != nil && actual.name == nil ? .similar : .equal
      }
      if expected.isSymbolic, let name = expected.name?.value, let other = actual.name?.value {
        return names(name, other) == .different ? .different : .similar
      }
      return .different
    }
    guard actual.value == nil else { return .different }
    guard expected.isSymbolic, let name = expected.name?.value, let other = actual.name?.value else {
      // Names in words are each language's own: the place decides.
      return .similar
    }
    return names(name, other)
  }

  /// Whether two names are the same but for asterisks, which an emphasis leaves where it moved, and for spaces
  /// and punctuation at their ends.
  package static func differByMarksOnly(_ expected: String, _ actual: String) -> Bool {
    if expected == actual { return true }
    let (expected, actual) = (bare(expected), bare(actual))
    return !expected.isEmpty && expected == actual
  }

  private static func bare(_ name: String) -> ArraySlice<UInt8> {
    var bytes = name.utf8.filter { $0 != UInt8(ascii: "*") }[...]
    while let last = bytes.last, [0x20, UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ":")].contains(last) {
      bytes.removeLast()
    }
    while bytes.first == 0x20 { bytes.removeFirst() }
    return bytes
  }

  /// The letters and digits of a name, in lower case.
  private static func folded(_ text: String) -> [UInt8] {
    text.utf8.compactMap { byte in
      switch byte {
      case 0x30...0x39, 0x61...0x7A, 0x80...: byte
      case 0x41...0x5A: byte | 0x20
      default: nil
      }
    }
  }
}
