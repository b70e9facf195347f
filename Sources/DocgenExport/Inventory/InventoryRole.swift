/// What an inventory calls the kind of a name: a Sphinx domain and an object type of it.
package struct InventoryRole: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The domain and the object type (`c:function`).
  package let description: String

  private init(_ description: String) {
    self.description = description
  }

  /// The role that an entry was kept with.
  init(kept description: String) { self.init(description) }

  /// A page.
  static let page = InventoryRole("std:doc")
  /// A name of a kind that Sphinx has no domain for.
  static let label = InventoryRole("std:label")

  /// The role of a name on a page of some kind.
  ///
  /// `c` is for what C declares, `cpp` for classes, interfaces and their members. Names with a dot (`CIM_Job.KillJob`) are
  /// none of C++ and are labels, as are elements, attributes, objects and commands.
  init(kind: String?, name: String) {
    let isDotted = name.utf8.contains(UInt8(ascii: "."))
    switch kind {
    case "function", "callback":
      self = Self.isMember(name) ? InventoryRole("cpp:function") : InventoryRole("c:function")
    case "macro", "constant", "message", "notification-code", "control-code": self = InventoryRole("c:macro")
    case "structure": self = InventoryRole("c:struct")
    case "union": self = InventoryRole("c:union")
    case "enumeration": self = InventoryRole("c:enum")
    case "type": self = InventoryRole("c:type")
    case "field": self = InventoryRole("c:member")
    case "class" where !isDotted, "interface" where !isDotted: self = InventoryRole("cpp:class")
    case "method" where !isDotted, "constructor" where !isDotted, "operator" where !isDotted:
      self = InventoryRole("cpp:function")
    case "property" where !isDotted, "event" where !isDotted: self = InventoryRole("cpp:member")
    default: self = .label
    }
  }

  private static func isMember(_ name: String) -> Bool { name.split(separator: "::").count > 1 }

  /// The order of the names' bytes.
  package static func < (left: InventoryRole, right: InventoryRole) -> Bool {
    left.description.utf8.lexicographicallyPrecedes(right.description.utf8)
  }
}
