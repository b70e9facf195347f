/// How data flows through a parameter, as its annotations say (`[in, out, optional]`, `_Out_opt_`, `OUT OPTIONAL`).
package struct ParameterDirection: OptionSet, Hashable, Sendable {
  /// One bit for each word.
  package let rawValue: UInt8

  /// Creates a set from its bits.
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The caller passes a value.
  package static let `in` = ParameterDirection(rawValue: 1)
  /// The function hands a value back.
  package static let out = ParameterDirection(rawValue: 2)
  /// Both.
  package static let inOut: ParameterDirection = [.in, .out]
  /// It may be left out, or null.
  package static let optional = ParameterDirection(rawValue: 4)
  /// The parameter is what languages with return values return (`[out, retval]`).
  package static let returnValue = ParameterDirection(rawValue: 8)
  /// It has no use yet.
  package static let reserved = ParameterDirection(rawValue: 16)
}

extension ParameterDirection: CustomStringConvertible {
  /// The words as they stand in documentation: `in, out, optional`.
  package var description: String {
    var words: [String] = []
    if contains(.in) { words.append("in") }
    if contains(.out) { words.append("out") }
    if contains(.optional) { words.append("optional") }
    if contains(.returnValue) { words.append("retval") }
    if contains(.reserved) { words.append("reserved") }
    return words.joined(separator: ", ")
  }
}
