import DocgenModel
import DocgenSupport

/// What programs read in the head of a page: Open Graph and schema.org.
extension PageView {
  /// Sets it for a page of the content in its own language.
  ///
  /// `translations` are the locales in whose language there is the page.
  mutating func setSharing(title: String, updated: String?, translations: [Int]) {
    var sharing = TemplateObject(capacity: 4)
    sharing["headline"] = .string(title)
    let said = languageTag.contains("-") ? nil : site.locales[locale].vocabulary.interfaceText("open-graph-locale")
    sharing["locale"] = .string(said ?? Self.openGraphLocale(languageTag))
    let others = translations.filter { $0 != locale }
    if let origin = site.origin {
      sharing["url"] = .string(absoluteAddress(locale, origin))
      sharing["structured-data"] = .bytes(
        structuredData(title, updated: updated, others: others, origin: origin))
    }
    object["sharing"] = .object(sharing)
  }

  /// The tag with its region, where the folder of the locale is named by it (`de-de`); else that of the vocabulary.
  private var languageTag: String {
    let tag = site.locales[locale].tag
    let folder = site.catalog.locales[locale]
    return !tag.contains("-") && site.locales[locale].isWritten(in: folder) ? folder : tag
  }

  /// `pt-br` as `pt_BR`.
  private static func openGraphLocale(_ tag: String) -> String {
    tag.split { $0 == "-" || $0 == "_" }.enumerated().map { position, part in
      position > 0 && part.utf8.count == 2 ? part.uppercased() : String(part)
    }.joined(separator: "_")
  }

  /// The page as a `TechArticle` in JSON-LD, and the way to it; what a description says stands in the head already.
  private func structuredData(
    _ title: String, updated: String?, others: [Int], origin: String
  ) -> [UInt8] {
    var json = JSONWriter(isIndented: false)
    json.array { json in
      writeArticle(title, updated: updated, others: others, origin: origin, to: &json)
      writeBreadcrumbs(origin: origin, to: &json)
    }
    return Self.forScript(json.buffer.bytes)
  }

  private func writeBreadcrumbs(origin: String, to json: inout JSONWriter) {
    guard case .list(let crumbs)? = object["breadcrumbs"]?.member("items"), crumbs.count > 1 else { return }
    let page = absoluteAddress(locale, origin)
    json.object { json in
      json.member("@context", "https://schema.org")
      json.member("@type", "BreadcrumbList")
      json.key("itemListElement")
      json.array { json in
        for (position, crumb) in crumbs.enumerated() {
          guard case .string(let name)? = crumb.member("name"), case .string(let href)? = crumb.member("href") else {
            continue
          }
          json.object { json in
            json.member("@type", "ListItem")
            json.member("position", position + 1)
            json.member("name", name)
            json.member("item", Self.absolute(href, from: page))
          }
        }
      }
    }
  }

  /// An address that a page writes, from the host on.
  private static func absolute(_ reference: String, from page: String) -> String {
    if reference.hasPrefix("https://") || reference.hasPrefix("http://") { return reference }
    var parts = page.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    for part in reference.split(separator: "/", omittingEmptySubsequences: false) where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return parts.joined(separator: "/")
  }

  private func writeArticle(
    _ title: String, updated: String?, others: [Int], origin: String, to json: inout JSONWriter
  ) {
    json.object { json in
      json.member("@context", "https://schema.org")
      json.member("@type", "TechArticle")
      json.member("headline", title)
      json.member("inLanguage", site.locales[locale].tag)
      if let updated { json.member("dateModified", updated) }
      if others.isEmpty { return }
      if locale != PageCatalog.source, others.contains(PageCatalog.source) {
        json.key("translationOfWork")
        json.object { $0.member("@id", absoluteAddress(PageCatalog.source, origin)) }
      } else {
        json.key("workTranslation")
        json.array { json in
          for other in others { json.object { $0.member("@id", absoluteAddress(other, origin)) } }
        }
      }
    }
  }

  /// JSON that may stand in a script element, which no text may end.
  private static func forScript(_ json: [UInt8]) -> [UInt8] {
    guard json.contains(UInt8(ascii: "<")) else { return json }
    return json.flatMap { $0 == UInt8(ascii: "<") ? Array("\\u003c".utf8) : [$0] }
  }
}
