import DocgenModel
import DocgenSupport

/// Finds keys that decide in other programs whether a page is public, and do nothing here.
///
/// What a translation has from its source is found there.
enum UnknownKey: ContentCheck {
  static let rule = Rule(
    "unknown-key", in: .metadata, .note,
    "A key of the front matter decides about publishing, and the site does not honour it.")

  static func check(_ context: PageContext, _ findings: inout Findings) {
    let unknown = UnknownPublishingKey.keys(in: context.page.frontMatter, context.page.dialect.publishing)
    guard !unknown.isEmpty else { return }
    let inherited =
      context.source.map { UnknownPublishingKey.keys(in: $0.page.frontMatter, $0.page.dialect.publishing).map(\.id) }
      ?? []
    for unknown in unknown where !inherited.contains(unknown.id) {
      let key = unknown.key.value
      report(Finding(message(key, unknown.reason), at: unknown.key.span, actual: key).about(key), to: &findings)
    }
  }

  private static func message(_ key: String, _ reason: UnknownPublishingKey.Reason) -> Message {
    switch reason {
    case .scheduled:
      "'\(key)' is not honoured: the page is published on every day; write 'draft: true' as long as nobody may see it"
    case .restricted:
      "'\(key)' is not honoured: everyone can read the page; write 'draft: true', or keep the file out of the content"
    case .value(let value):
      "'\(key)' says neither yes nor no, but '\(value)', and the page is published; write 'true' or 'false'"
    }
  }
}
