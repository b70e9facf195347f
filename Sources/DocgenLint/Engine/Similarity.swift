import DocgenModel
import DocgenSupport

/// Likeness of facts.
enum Similarity {
  static func names(_ expected: String, _ actual: String) -> Likeness {
    if expected == actual { return .equal }
    return folded(expected) == folded(actual) ? .similar : .different
  }

  static func returnCodes(_ expected: ReturnCode, _ actual: ReturnCode) -> Likeness {
    if let value = expected.value?.value {
      if value == actual.value?.value {
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
