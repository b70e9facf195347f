import DocgenMarkup
import DocgenModel
import DocgenSupport

/// Finds translations whose source changed since, classed by what the change means.
enum StaleTranslation: RevisionCheck {
  static let rule = Rule(
    "stale-translation", in: .staleness, .warning,
    "The source of a translation changed since it was translated.")

  struct Messages: MessageSet {
    let changedSomehow = PlainMessage(
      "the source is not the text that was translated; compare the two, or let --source-history tell what changed")
    let deleted = PlainMessage(
      "the page that this is a translation of was deleted from the source; delete it here, too")
    let more = MessageForm<Int>("{1} more")
    let facts = MessageForm<Message>("facts of the source changed since it was translated; change them here, too: {1}")
    let prose = PlainMessage("the text of the source changed since it was translated; translate the change")
    let cosmetic = PlainMessage(
      "white space or markup of the source changed since it was translated, and nothing it says; name its latest commit here"
    )
    let metadata = MessageForm<Message>(
      "only the front matter of the source changed since it was translated; take over what is said here, too: {1}")
    let changed = PlainMessage("the source changed since it was translated; bring the translation up to date")
  }

  /// No more changes than these are named in the message, and no more than these shown in the source.
  private static let limits = (named: 3, shown: 12)

  static func check(
    _ page: LocalizedPage, _ staleness: inout Staleness, _ findings: inout Findings
  ) -> TranslationState {
    guard let place = (staleness.commit(of: page) ?? staleness.translatedName(of: page))?.span else { return .unknown }
    switch staleness.judge(page) {
    case .upToDate: return .current
    case .unknown: return .unknown
    case .changed(let change):
      var finding = Finding(
        message(change), at: place, severity: severity(of: change.kind)
      ).about(staleness.sourceName)
      finding.change = change.kind
      finding.sourcePlaces = Array(change.details.prefix(limits.shown))
      findings.add(finding, of: rule)
      return .outdated(change.kind)
    case .changedSomehow:
      var finding = Finding(
        messages.changedSomehow,
        at: staleness.translatedName(of: page)?.span ?? place
      ).about(staleness.sourceName)
      finding.change = .unknown
      findings.add(finding, of: rule)
      return .outdated(.unknown)
    case .deleted:
      var finding = Finding(
        messages.deleted, at: place)
      finding.change = .deleted
      findings.add(finding, of: rule)
      return .outdated(.deleted)
    }
  }

  private static func severity(of change: SourceChangeClass) -> Severity? {
    switch change {
    case .facts: .error
    case .cosmetic, .metadata: .note
    case .prose, .deleted, .unknown: nil
    }
  }

  private static func message(_ change: SourceChange) -> Message {
    switch change.kind {
    case .facts:
      var named = change.details.prefix(limits.named).map(\.value)
      let others = change.details.count - named.count
      if others > 0 { named.append(messages.more(others)) }
      return messages.facts(Message.sequence(named) ?? .empty)
    case .prose: return messages.prose
    case .cosmetic:
      return messages.cosmetic
    case .metadata:
      let keys = Message.listed(change.keys.map(Message.quoted))
      return messages.metadata(keys ?? .empty)
    case .deleted, .unknown: return messages.changed
    }
  }
}
