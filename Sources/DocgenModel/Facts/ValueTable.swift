/// A name and its value.
package typealias NamedValue = ReturnCode

/// The values that a parameter or member may have, as a list or table in its description states them.
package struct ValueTable: Sendable {
  /// What the values are for, by its index in the page's facts.
  package enum Owner: Hashable, Sendable {
    /// An entry of the parameters.
    case parameter(Int)
    /// An entry of the members.
    case member(Int)
    /// A section.
    case section(Int)
  }

  /// What the values are for.
  package var owner: Owner
  /// The values in their order.
  package var values: [NamedValue]
}
