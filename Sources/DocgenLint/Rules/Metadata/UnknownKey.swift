import DocgenModel
import DocgenSupport

/// Finds keys that decide in other programs whether a page is public, and do nothing here.
///
/// What a translation has from its source is found there.
enum UnknownKey: ContentCheck {
  static let rule = Rule(
    "unknown-key", in: .metadata, .note,
    "A key of the front matter decides about publishing, and the site does not honour it.")

  struct Messages: MessageSet {
    let scheduled = MessageForm<String>(
      "'{1}' is not honoured: the page is published on every day; write 'draft: true' as long as nobody may see it")
    let restricted = MessageForm<String>(
      "'{1}' is not honoured: everyone can read the page; write 'draft: true', or keep the file out of the content")
    let neitherYesNorNo = MessageForm<String, String>(
      "'{1}' says neither yes nor no, but '{2}', and the page is published; write 'true' or 'false'")
  }

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
    case .scheduled: messages.scheduled(key)
    case .restricted: messages.restricted(key)
    case .value(let value): messages.neitherYesNorNo(key, value)
    }
  }
}
