import DocgenMarkup
import DocgenSupport

/// What the front matter of a page says about publishing it.
package struct PagePublication: Sendable, Equatable {
  /// Where a page is left out.
  package struct Exclusions: OptionSet, Sendable, Hashable {
    /// The places as bits.
    package let rawValue: UInt8

    /// Takes the places as bits.
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The page is not on the site.
    package static let site = Exclusions(rawValue: 1)
    /// Navigation, lists and indexes do not name it.
    package static let navigation = Exclusions(rawValue: 2)
    /// The search of the site does not find it.
    package static let search = Exclusions(rawValue: 4)
    /// Sitemaps do not name it.
    package static let sitemap = Exclusions(rawValue: 8)
    /// Search engines are told to leave it out.
    package static let index = Exclusions(rawValue: 16)
    /// Search engines are told not to follow its links.
    package static let following = Exclusions(rawValue: 32)

    /// All that a reader or a program would find it by.
    static let lists: Exclusions = [.navigation, .search, .sitemap, .index]
  }

  /// Where the page is left out.
  package var exclusions: Exclusions = []
  /// Where the page leads, as it writes it, where it only says that.
  package var target: Located<String>?
  /// Addresses that the page had before, as it writes them.
  package var aliases: [Located<String>] = []

  /// Whether readers see what the page says.
  package var isShown: Bool { !exclusions.contains(.site) && target == nil }

  /// Reads what a front matter says; nothing of a page that says nothing, as almost all do.
  package init?(_ frontMatter: FrontMatter, keys: PublishingKeys = .builtIn) {
    var isEmpty = true
    for index in frontMatter.entries.indices {
      guard let key = FoldedKey(frontMatter.entries[index].key.value.utf8), keys.mayHold(key) else { continue }
      let entry = frontMatter.entries[index]
      for definition in keys.definitions(of: entry.key.value) where definition.meaning.isHonoured {
        guard keys.holds(definition, for: entry.value) else { continue }
        isEmpty = false
        add(definition.meaning, entry.value)
      }
    }
    if isEmpty { return nil }
  }

  private mutating func add(_ meaning: PublishingKeys.Meaning, _ value: FrontMatter.Value) {
    switch meaning {
    case .unpublished: exclusions.insert(.site)
    case .unlisted: exclusions.formUnion(.lists)
    case .notIndexed: exclusions.formUnion([.index, .sitemap])
    case .notFollowed: exclusions.insert(.following)
    case .notInSitemap: exclusions.insert(.sitemap)
    case .notSearched: exclusions.insert(.search)
    case .notInNavigation: exclusions.insert(.navigation)
    case .leadsTo:
      if target == nil { target = Self.texts(of: value).first }
      exclusions.formUnion(.lists)
    case .oldAddresses: aliases += Self.texts(of: value)
    case .scheduled, .restricted: break
    }
  }

  private static func texts(of value: FrontMatter.Value) -> [Located<String>] {
    switch value {
    case .null, .nested: []
    case .scalar(let text, _): text.value.isEmpty ? [] : [text]
    case .list(let items, _): items.filter { !$0.value.isEmpty }
    }
  }
}

extension LocalizedPage {
  /// What the page says about publishing it; nothing of almost all.
  package var publication: PagePublication? { PagePublication(frontMatter, keys: dialect.publishing) }
}

/// A key of a page about publishing that the site does not honour, or whose value it does not understand.
package struct UnknownPublishingKey: Sendable {
  /// Why.
  package enum Reason: Sendable {
    case scheduled
    case restricted
    /// Neither yes nor no where the key asks for it.
    case value(String)
  }

  /// The key as the page writes it.
  package var key: Located<String>
  /// Why it is not honoured.
  package var reason: Reason
  /// Equal for keys that are the same one, however they are written.
  package var id: UInt64

  /// The keys of a front matter that are not honoured, each once, in its order.
  package static func keys(in frontMatter: FrontMatter, _ keys: PublishingKeys = .builtIn) -> [UnknownPublishingKey] {
    var result: [UnknownPublishingKey] = []
    var seen: Set<UInt64> = []
    for index in frontMatter.entries.indices {
      guard let key = FoldedKey(frontMatter.entries[index].key.value.utf8), keys.mayHold(key) else { continue }
      let entry = frontMatter.entries[index]
      guard let reason = reason(entry, keys), seen.insert(key.hash).inserted else { continue }
      result.append(UnknownPublishingKey(key: entry.key, reason: reason, id: key.hash))
    }
    return result
  }

  private static func reason(_ entry: FrontMatter.Entry, _ keys: PublishingKeys) -> Reason? {
    for definition in keys.definitions(of: entry.key.value) {
      if !definition.meaning.isHonoured, keys.holds(definition, for: entry.value) {
        return definition.meaning == .scheduled ? .scheduled : .restricted
      }
      if definition.asksForTrue, case .scalar(let text, _) = entry.value, !text.value.isEmpty,
        PublishingKeys.truth(text.value) == nil
      {
        return .value(text.value)
      }
    }
    return nil
  }
}

extension PublishingKeys.Definition {
  /// Whether the key hides its page where it says yes, so that a value that is no answer may hide what shall be hidden.
  fileprivate var asksForTrue: Bool {
    path.isEmpty && values == ["true"] && (meaning == .unpublished || meaning == .unlisted || meaning == .notIndexed)
  }
}
