import DocgenModel
import DocgenSupport

/// The parameters that a page's own signature declares, as a witness for its parameter list.
struct ParameterWitness {
  /// Names with their places; `Void` and unnamed parameters are left out.
  let declared: [Located<String>]
  let isVariadic: Bool
  /// Parameters are declared by type or value alone, so that the list may name more than the signature.
  let hasUnnamed: Bool

  /// Nothing where the page has no parsed signature of something that is called.
  init?(_ page: LocalizedPage) {
    var declared: [Located<String>] = []
    var isVariadic = false
    var isCallable = false
    var hasUnnamed = false
    for block in page.facts.signatures {
      for declaration in block.signature?.declarations ?? [] where declaration.isCallable {
        isCallable = true
        for parameter in declaration.parameters {
          if parameter.isVariadic { isVariadic = true }
          guard let name = parameter.name else {
            hasUnnamed = hasUnnamed || !parameter.isVariadic
            continue
          }
          if !declared.contains(where: { $0.value == name.value }) { declared.append(name) }
        }
      }
    }
    guard isCallable else { return nil }
    self.declared = declared
    self.isVariadic = isVariadic
    self.hasUnnamed = hasUnnamed
  }

  /// The name as it counts in a comparison: without the markers that lists put around it.
  static func folded(_ name: String) -> [UInt8] {
    name.utf8.filter { Identifier.isNameByte($0) }.map { ASCIICase.lowercased($0) }
  }
}
