import DocgenSupport

/// The names under which a server answers.
///
/// A page of another site can have its own name lead to this machine, and would then read what is served as if it were
/// its own (DNS rebinding). Such a request tells the other site's name, so that it is refused; an address of numbers needs no
/// look-up, and cannot be turned so.
package struct HostNames: Sendable {
  private let names: Set<String>

  /// Takes the name that the user gave, where it is one.
  package init(_ name: String? = nil) {
    names = Set(["localhost"] + [name].compactMap { $0?.lowercased() })
  }

  /// Whether a server of these names is meant by the field `Host` of a request; the port does not count, which may be
  /// another on the way from a container or another machine.
  package func contain(_ host: String) -> Bool {
    guard let name = Self.name(host) else { return false }
    if name.hasPrefix("[") { return true }
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    let isAddress =
      parts.count == 4
      && parts.allSatisfy { part in
        (1...3).contains(part.utf8.count) && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
      }
    return isAddress || names.contains(name.lowercased())
  }

  /// The host without its port; `nil` if it is none.
  private static func name(_ host: String) -> Substring? {
    var name = host[...]
    if let colon = name.lastIndex(of: ":"), !name[colon...].contains("]") {
      guard name[colon...].dropFirst().utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
      name = name[..<colon]
    }
    if name.hasPrefix("[") {
      let inner = name.dropFirst().dropLast()
      let isAddress = inner.split(whereSeparator: { $0 == ":" || $0 == "." }).allSatisfy(Hexadecimal.isHexadecimal)
      return name.hasSuffix("]") && isAddress && inner.contains(":") ? name : nil
    }
    return name.isEmpty || name.contains(":") ? nil : name
  }
}
