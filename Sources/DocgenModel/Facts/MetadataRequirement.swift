import DocgenSupport

/// A requirement that the front matter states (`req.header: winuser.h`).
package struct MetadataRequirement: Sendable {
  /// The key that the vocabularies have for it (`header`).
  package var key: String
  /// The value as the front matter writes it.
  package var value: Located<String>

  /// The keys of front matter that state requirements, without `req.`, and what they mean.
  static let keys: [String: String] = [
    "header": "header", "include-header": "include-header", "lib": "library", "dll": "dll", "namespace": "namespace",
    "idl": "idl", "irql": "irql", "assembly": "assembly", "type-library": "type-library", "redist": "redistributable",
    "product": "product", "target-type": "target-platform", "target-min-winverclnt": "minimum-supported-client",
    "target-min-winversvr": "minimum-supported-server", "kmdf-ver": "minimum-kmdf-version",
    "umdf-ver": "minimum-umdf-version", "ddi-compliance": "ddi-compliance-rules",
    "unicode-ansi": "unicode-and-ansi-names", "max-support": "end-of-client-support", "apiset": "api-set",
  ]
}
