import DocgenMarkup
import DocgenModel
import DocgenSupport

/// Lists the facts that differ between a page as it was translated and as it is today.
struct FactComparison {
  /// The earlier text, and that of today in the place of a translation.
  private let alignment: PageAlignment
  /// In words, each with its place in the page of today.
  private(set) var changes: [Located<Message>] = []

  init(old: LocalizedPage, new: LocalizedPage, _ words: TranslationWords) {
    alignment = PageAlignment(source: old, translation: new, words: words)
  }

  private var old: LocalizedPage { alignment.source }
  private var new: LocalizedPage { alignment.translation }

  /// Compares what the front matter states of the API.
  mutating func compareMetadata() {
    for key in ["api_name", "api_location", "api_type"] {
      let before = old.frontMatter.strings(key)
      let after = new.frontMatter.strings(key)
      let beforeNames = Set(before.map { $0.value.lowercased() })
      let afterNames = Set(after.map { $0.value.lowercased() })
      for name in after where !beforeNames.contains(name.value.lowercased()) {
        add("'\(name.value)' in '\(key)' is new", at: name.span)
      }
      for name in before where !afterNames.contains(name.value.lowercased()) {
        add("'\(name.value)' in '\(key)' is gone", at: new.frontMatter.entry(key)?.key.span)
      }
    }
    compareMetadataRequirements()
  }

  private mutating func compareMetadataRequirements() {
    let before = old.facts.metadataRequirements
    let after = new.facts.metadataRequirements
    func label(_ key: String) -> Message { "the requirement 'req.\(key)'" }
    for now in after {
      if let was = before.first(where: { $0.key == now.key }) {
        compareValue(label(now.key), was.value, now.value, now.value)
      } else {
        add("\(label(now.key)) is new", at: now.value.span)
      }
    }
    for was in before where !after.contains(where: { $0.key == was.key }) {
      add("\(label(was.key)) is gone", at: heading { $0 == .requirements })
    }
  }

  /// Compares all that stands below the front matter.
  mutating func compareBody() {
    compareSignatures()
    compareParameters()
    compareReturnCodes()
    compareLabelled(.requirements) { fact in "the requirement '\(fact[.label]?.value ?? "")'" }
    compareMembers()
    compareLabelled(.labelledValues) { fact in
      let label = fact[.label]?.value ?? ""
      return fact[.owner].map { "the value '\(label)' in '\($0.value)'" } ?? "the value '\(label)'"
    }
    compareBaseTypes()
  }

  private mutating func add(_ text: Message, at span: SourceSpan?) {
    changes.append(Located(text, at: span ?? start))
  }

  /// The page's heading, for what is no longer there.
  private var start: SourceSpan {
    new.facts.heading?.span ?? SourceSpan(at: new.frontMatter.bodyStart)
  }

  private func heading(_ role: (SectionRole) -> Bool) -> SourceSpan? {
    new.facts.sections.first { $0.role.map(role) ?? false }?.title.span
  }

  // MARK: Signatures

  private mutating func compareSignatures() {
    let before = Array(old.facts.signatures)
    let after = Array(new.facts.signatures)
    for (before, after) in zip(before, after) {
      guard let first = before.signature, let second = after.signature else { continue }
      let difference = new.source.bytes.withUnsafeBufferPointer { bytes in
        old.source.bytes.withUnsafeBufferPointer { second.firstDifference(in: bytes, from: first, in: $0) }
      }
      guard let difference, difference.kind != .insignificantCase else { continue }
      let text: Message
      switch (difference.expected, difference.actual) {
      case (let was?, let now?):
        text = "the signature says '\(new.source.text(now))' and said '\(old.source.text(was))'"
      case (nil, let now?): text = "the signature goes on with '\(new.source.text(now))'"
      case (let was?, nil): text = "the signature ends before '\(old.source.text(was))'"
      case (nil, nil): text = "the signature differs"
      }
      add(text, at: difference.actual ?? SourceSpan(at: after.span.end))
    }
    for block in after.dropFirst(before.count) { add("a signature is new", at: SourceSpan(at: block.span.start)) }
    if before.count > after.count { add("a signature is gone", at: heading { $0 == .syntax }) }
  }

  // MARK: Lists

  private mutating func compareParameters() {
    let before = old.facts.parameters
    let after = new.facts.parameters
    let alignment = alignment[.parameters]
    for pair in alignment.pairs {
      let (was, now) = (before[pair.source], after[pair.translation])
      compareNames(was.name, now.name) { "the parameter '\($0)' is called '\($1)' now" }
      if was.direction != now.direction || was.direction == nil && was.directionText?.value != now.directionText?.value
      {
        compareValue(
          "the direction of the parameter '\(now.name.value)'", was.directionText, now.directionText, now.name)
      }
    }
    for index in alignment.extra {
      add("the parameter '\(after[index].name.value)' is new", at: after[index].name.span)
    }
    for gap in alignment.missing {
      add("the parameter '\(before[gap.source].name.value)' is gone", at: heading { $0 == .parameters })
    }
  }

  private mutating func compareReturnCodes() {
    let before = old.facts.returnCodes
    let after = new.facts.returnCodes
    let alignment = alignment[.returnCodes]
    for pair in alignment.pairs {
      let (was, now) = (before[pair.source], after[pair.translation])
      if was.isSymbolic, let name = was.name, let nameNow = now.name {
        compareNames(name, nameNow) { "the return code '\($0)' is called '\($1)' now" }
      } else if was.isSymbolic || now.isSymbolic, was.name?.value != now.name?.value {
        compareValue("the name of the return code \(now.label)", was.name, now.name, nil)
      }
      let place = now.name ?? now.value
      compareValue("the value of the return code \(now.label)", was.value, now.value, place)
      compareValue("the other value of the return code \(now.label)", was.alternateValue, now.alternateValue, place)
    }
    for index in alignment.extra { add("the return code \(after[index].label) is new", at: after[index].span) }
    for gap in alignment.missing {
      add("the return code \(before[gap.source].label) is gone", at: heading { $0.holdsReturnCodes })
    }
  }

  private mutating func compareMembers() {
    let before = old.facts.members
    let after = new.facts.members
    let alignment = alignment[.members]
    for pair in alignment.pairs {
      let (was, now) = (before[pair.source], after[pair.translation])
      compareNames(was.name, now.name) { "the member '\($0)' is called '\($1)' now" }
      let name = now.name.value
      compareValue("the type of '\(name)'", was.dataType, now.dataType, now.name)
      compareValue("the access to '\(name)'", was.access, now.access, now.name)
      compareValue("the value of '\(name)'", was.value, now.value, now.name)
      compareValue("the default of '\(name)'", was.defaultValue, now.defaultValue, now.name)
      compareValue("whether '\(name)' is required", was.required, now.required, now.name)
      compareValue("the qualifiers of '\(name)'", was.qualifiers, now.qualifiers, now.name)
    }
    for index in alignment.extra { add("the member '\(after[index].name.value)' is new", at: after[index].name.span) }
    for gap in alignment.missing {
      add("the member '\(before[gap.source].name.value)' is gone", at: heading { $0.holdsMembers })
    }
  }

  private mutating func compareBaseTypes() {
    let before = old.facts.baseTypes
    let after = new.facts.baseTypes
    for type in after where !before.contains(where: { $0.name.value == type.name.value }) {
      add("the base type '\(type.name.value)' is new", at: type.name.span)
    }
    for type in before where !after.contains(where: { $0.name.value == type.name.value }) {
      add("the base type '\(type.name.value)' is gone", at: nil)
    }
  }

  // MARK: Labels with values

  private mutating func compareLabelled(_ kind: FactKind, _ label: (Fact) -> Message) {
    let before = kind.facts(of: old, alignment.words.source)
    let after = kind.facts(of: new, alignment.words.translation)
    let pairs = alignment[kind]
    for pair in pairs.pairs {
      let now = after[pair.translation]
      compareValue(label(now), before[pair.source].joinedValues, now.joinedValues, now.joinedValues)
    }
    for index in pairs.extra { add("\(label(after[index])) is new", at: after[index].joinedValues?.span) }
    for gap in pairs.missing {
      add("\(label(before[gap.source])) is gone", at: heading { $0 == .requirements })
    }
  }

  // MARK: Names and values

  private mutating func compareNames(
    _ was: Located<String>, _ now: Located<String>, _ message: (_ was: String, _ now: String) -> Message
  ) {
    guard !FactSimilarity.differByMarksOnly(was.value, now.value) else { return }
    add(message(was.value, now.value), at: now.span)
  }

  private mutating func compareValue(
    _ what: Message, _ was: Located<String>?, _ now: Located<String>?, _ owner: Located<String>?
  ) {
    guard was?.value != now?.value else { return }
    switch (was?.value, now?.value) {
    case (let was?, let value?): add("\(what) is '\(Self.short(value))' and was '\(Self.short(was))'", at: now?.span)
    case (let was?, nil): add("\(what), '\(Self.short(was))', is gone", at: owner?.span)
    case (nil, let value?): add("\(what), '\(Self.short(value))', is new", at: now?.span)
    case (nil, nil): break
    }
  }

  private static func short(_ text: String) -> String {
    text.unicodeScalars.count > 60 ? "\(String(text.unicodeScalars.prefix(59)))…" : text
  }
}
