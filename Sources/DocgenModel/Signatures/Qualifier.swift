import DocgenSupport

/// An attribute, specifier or annotation: `Abstract`, `Version("2.22.0")`, `static`, `WINAPI`, `_In_reads_(n)`.
package struct Qualifier: Hashable, Sendable {
  /// The word itself.
  package var name: Located<String>
  /// What stands in the brackets after the name, without them; whitespace normalised.
  package var value: Located<String>?

  /// Creates a qualifier.
  package init(name: Located<String>, value: Located<String>? = nil) {
    self.name = name
    self.value = value
  }
}
