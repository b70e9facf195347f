import DocgenMarkup
import DocgenModel
import DocgenSupport

/// What a page states about one API, to be compared with other pages about the same one.
struct APIRecord: Sendable {
  var locale: Int
  /// A hash of the name, and of where the API is: two namespaces or files may have one of the same name each.
  var key: UInt64
  /// A hash of the signature without whitespace.
  var signature: UInt64
  var language: UInt64
  /// The place of the signature.
  var span: SourceSpan

  /// What is called by a name that only one thing has; elements and messages mean what their context says.
  private static let comparableKinds: Set<PageKind> = [
    .method, .function, .callback, PageKind("constructor"), PageKind("macro"),
  ]

  /// The page's API; `nil` if it has several, or no signature.
  init?(_ page: LocalizedPage) {
    let names = page.frontMatter.strings("api_name")
    guard names.count == 1, let name = names.first, !name.value.isEmpty, let kind = page.facts.kind,
      Self.comparableKinds.contains(kind),
      let block = page.facts.codeBlocks.first(where: { $0.signature?.declarations.first?.name != nil })
    else { return nil }
    locale = page.locale
    var key = Array(name.value.utf8.map(ASCIICase.lowercased))
    for location in page.frontMatter.strings("api_location") {
      key.append(0)
      key += location.value.utf8.map(ASCIICase.lowercased)
    }
    for requirement in page.facts.requirements where requirement.key == "namespace" || requirement.key == "header" {
      for value in requirement.values {
        key.append(0)
        key += value.value.utf8.map(ASCIICase.lowercased)
      }
    }
    self.key = ProseWord.hash(key)
    language = ProseWord.hash(block.language.utf8)
    signature = ProseWord.hash(page.source.bytes[block.span.range].lazy.filter { $0 > 0x20 }.map(ASCIICase.lowercased))
    span = SourceSpan(at: block.span.start)
  }
}
