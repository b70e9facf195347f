import DocgenMarkup
import DocgenSupport

/// Reads the values of a configuration; what is wrong becomes a problem, and reading goes on.
struct ConfigurationReader {
  /// What is wrong, or the one problem that makes the others meaningless.
  var problems: [YAMLError] { decisive.map { [$0] } ?? found }
  private var found: [YAMLError]
  private var decisive: YAMLError?

  init(problems: [YAMLError]) {
    found = problems
  }

  mutating func report(_ message: String, at span: SourceSpan) {
    found.append(YAMLError(english: message, at: span))
  }

  /// Reports a problem beside which no other counts.
  mutating func reportAlone(_ message: String, at span: SourceSpan) {
    decisive = YAMLError(english: message, at: span)
  }

  /// The members of a mapping whose keys are known, without those that are null.
  mutating func members(of node: YAMLNode, _ what: String, known: [String]) -> [YAMLMember] {
    guard let members = node.members else {
      if !node.isNull { report("\(what) must be lines 'key: value'", at: node.span) }
      return []
    }
    return members.filter { member in
      guard known.contains(member.key.value) else {
        let suggestion = Suggestions.nearest(to: member.key.value, among: known)
        let hint = suggestion.map { "did you mean '\($0)'?" } ?? "known are \(known.joined(separator: ", "))"
        report("the key '\(member.key.value)' is not known in \(what); \(hint)", at: member.key.span)
        return false
      }
      return !member.value.isNull
    }
  }

  mutating func text(_ member: YAMLMember) -> Located<String>? {
    if let text = member.value.text, !text.value.isEmpty { return text }
    report("'\(member.key.value)' must be a text", at: place(member))
    return nil
  }

  /// A list of texts; one text may stand without a list.
  mutating func texts(_ member: YAMLMember) -> [Located<String>] {
    var texts: [Located<String>] = []
    for item in member.value.items ?? [member.value] {
      if let text = item.text, !text.value.isEmpty {
        texts.append(text)
      } else {
        report("'\(member.key.value)' must be a list of texts, such as '[en, de]'", at: item.span)
      }
    }
    return texts
  }

  mutating func items(_ member: YAMLMember) -> [YAMLNode] {
    if let items = member.value.items { return items }
    report("'\(member.key.value)' must be a list, each item on a line '- …'", at: place(member))
    return []
  }

  /// One of a few words.
  mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(_ member: YAMLMember) -> Choice? {
    guard let text = text(member) else { return nil }
    if let choice = Choice(rawValue: text.value) { return choice }
    let known = Choice.allCases.map(\.rawValue).joined(separator: ", ")
    report("'\(member.key.value)' must be one of \(known), and not '\(text.value)'", at: text.span)
    return nil
  }

  /// Yes or no.
  mutating func boolean(_ member: YAMLMember) -> Bool? {
    guard let text = text(member) else { return nil }
    if text.value == "true" { return true }
    if text.value == "false" { return false }
    report("'\(member.key.value)' must be true or false, and not '\(text.value)'", at: text.span)
    return nil
  }

  /// The severity of findings, or `off`.
  mutating func severity(_ member: YAMLMember) -> (severity: Severity?, isKnown: Bool) {
    guard let text = text(member) else { return (nil, false) }
    if text.value == "off" { return (nil, true) }
    if let severity = Severity(rawValue: text.value) { return (severity, true) }
    report("'\(member.key.value)' must be error, warning, note or off, and not '\(text.value)'", at: text.span)
    return (nil, false)
  }

  /// A text for all locales, or a mapping of locales to texts.
  mutating func localizedText(_ member: YAMLMember) -> Configuration.LocalizedText {
    guard let members = member.value.members else {
      return Configuration.LocalizedText(common: text(member)?.value)
    }
    var localized = Configuration.LocalizedText()
    for member in members {
      if let text = text(member) { localized.byLocale[member.key.value] = text.value }
    }
    return localized
  }

  /// The name of a locale, which is the name of its folder.
  mutating func locale(_ text: Located<String>) -> String? {
    let isName = text.value.utf8.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"): true
      default: false
      }
    }
    if isName { return text.value }
    report("'\(text.value)' is no name of a locale; write one such as 'de' or 'pt-br'", at: text.span)
    return nil
  }

  /// The place of a value that is not what it should be; of a collection, its key.
  private func place(_ member: YAMLMember) -> SourceSpan {
    member.value.scalar == nil || member.value.span.isEmpty ? member.key.span : member.value.span
  }
}
