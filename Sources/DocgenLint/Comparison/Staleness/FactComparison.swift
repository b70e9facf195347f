import DocgenMarkup
import DocgenModel
import DocgenSupport

/// Lists the facts that differ between a page as it was translated and as it is today.
struct FactComparison: MessageSource {
  struct Messages: MessageSet {
    let nameIsNew = MessageForm<String, String>("'{1}' in '{2}' is new")
    let nameIsGone = MessageForm<String, String>("'{1}' in '{2}' is gone")
    let metadataRequirement = MessageForm<String>("the requirement 'req.{1}'")
    let isNew = MessageForm<Message>("{1} is new")
    let isGone = MessageForm<Message>("{1} is gone")
    let requirement = MessageForm<String>("the requirement '{1}'")
    let ownedValue = MessageForm<String, String>("the value '{1}' in '{2}'")
    let value = MessageForm<String>("the value '{1}'")
    let signatureChanged = MessageForm<String, String>("the signature says '{1}' and said '{2}'")
    let signatureContinues = MessageForm<String>("the signature goes on with '{1}'")
    let signatureEnds = MessageForm<String>("the signature ends before '{1}'")
    let signatureDiffers = PlainMessage("the signature differs")
    let signatureIsNew = PlainMessage("a signature is new")
    let signatureIsGone = PlainMessage("a signature is gone")
    let parameterRenamed = MessageForm<String, String>("the parameter '{1}' is called '{2}' now")
    let direction = MessageForm<String>("the direction of the parameter '{1}'")
    let parameterIsNew = MessageForm<String>("the parameter '{1}' is new")
    let parameterIsGone = MessageForm<String>("the parameter '{1}' is gone")
    let codeRenamed = MessageForm<String, String>("the return code '{1}' is called '{2}' now")
    let codeName = MessageForm<String>("the name of the return code {1}")
    let codeValue = MessageForm<String>("the value of the return code {1}")
    let otherCodeValue = MessageForm<String>("the other value of the return code {1}")
    let codeIsNew = MessageForm<String>("the return code {1} is new")
    let codeIsGone = MessageForm<String>("the return code {1} is gone")
    let memberRenamed = MessageForm<String, String>("the member '{1}' is called '{2}' now")
    let memberType = MessageForm<String>("the type of '{1}'")
    let memberAccess = MessageForm<String>("the access to '{1}'")
    let memberValue = MessageForm<String>("the value of '{1}'")
    let memberDefault = MessageForm<String>("the default of '{1}'")
    let memberRequired = MessageForm<String>("whether '{1}' is required")
    let memberQualifiers = MessageForm<String>("the qualifiers of '{1}'")
    let memberIsNew = MessageForm<String>("the member '{1}' is new")
    let memberIsGone = MessageForm<String>("the member '{1}' is gone")
    let baseTypeIsNew = MessageForm<String>("the base type '{1}' is new")
    let baseTypeIsGone = MessageForm<String>("the base type '{1}' is gone")
    let valueChanged = MessageForm<Message, String, String>("{1} is '{2}' and was '{3}'")
    let valueIsGone = MessageForm<Message, String>("{1}, '{2}', is gone")
    let valueIsNew = MessageForm<Message, String>("{1}, '{2}', is new")
  }

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
        add(Self.messages.nameIsNew(name.value, key), at: name.span)
      }
      for name in before where !afterNames.contains(name.value.lowercased()) {
        add(Self.messages.nameIsGone(name.value, key), at: new.frontMatter.entry(key)?.key.span)
      }
    }
    compareMetadataRequirements()
  }

  private mutating func compareMetadataRequirements() {
    let before = old.facts.metadataRequirements
    let after = new.facts.metadataRequirements
    func label(_ key: String) -> Message { Self.messages.metadataRequirement(key) }
    for now in after {
      if let was = before.first(where: { $0.key == now.key }) {
        compareValue(label(now.key), was.value, now.value, now.value)
      } else {
        add(Self.messages.isNew(label(now.key)), at: now.value.span)
      }
    }
    for was in before where !after.contains(where: { $0.key == was.key }) {
      add(Self.messages.isGone(label(was.key)), at: heading { $0 == .requirements })
    }
  }

  /// Compares all that stands below the front matter.
  mutating func compareBody() {
    compareSignatures()
    compareParameters()
    compareReturnCodes()
    compareLabelled(.requirements) { fact in Self.messages.requirement(fact[.label]?.value ?? "") }
    compareMembers()
    compareLabelled(.labelledValues) { fact in
      let label = fact[.label]?.value ?? ""
      return fact[.owner].map { Self.messages.ownedValue(label, $0.value) } ?? Self.messages.value(label)
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
        text = Self.messages.signatureChanged(new.source.text(now), old.source.text(was))
      case (nil, let now?): text = Self.messages.signatureContinues(new.source.text(now))
      case (let was?, nil): text = Self.messages.signatureEnds(old.source.text(was))
      case (nil, nil): text = Self.messages.signatureDiffers
      }
      add(text, at: difference.actual ?? SourceSpan(at: after.span.end))
    }
    for block in after.dropFirst(before.count) {
      add(Self.messages.signatureIsNew, at: SourceSpan(at: block.span.start))
    }
    if before.count > after.count { add(Self.messages.signatureIsGone, at: heading { $0 == .syntax }) }
  }

  // MARK: Lists

  private mutating func compareParameters() {
    let before = old.facts.parameters
    let after = new.facts.parameters
    let alignment = alignment[.parameters]
    for pair in alignment.pairs {
      let (was, now) = (before[pair.source], after[pair.translation])
      compareNames(was.name, now.name) { Self.messages.parameterRenamed($0, $1) }
      if was.direction != now.direction || was.direction == nil && was.directionText?.value != now.directionText?.value
      {
        compareValue(
          Self.messages.direction(now.name.value), was.directionText, now.directionText, now.name)
      }
    }
    for index in alignment.extra {
      add(Self.messages.parameterIsNew(after[index].name.value), at: after[index].name.span)
    }
    for gap in alignment.missing {
      add(Self.messages.parameterIsGone(before[gap.source].name.value), at: heading { $0 == .parameters })
    }
  }

  private mutating func compareReturnCodes() {
    let before = old.facts.returnCodes
    let after = new.facts.returnCodes
    let alignment = alignment[.returnCodes]
    for pair in alignment.pairs {
      let (was, now) = (before[pair.source], after[pair.translation])
      if was.isSymbolic, let name = was.name, let nameNow = now.name {
        compareNames(name, nameNow) { Self.messages.codeRenamed($0, $1) }
      } else if was.isSymbolic || now.isSymbolic, was.name?.value != now.name?.value {
        compareValue(Self.messages.codeName(now.label), was.name, now.name, nil)
      }
      let place = now.name ?? now.value
      compareValue(Self.messages.codeValue(now.label), was.value, now.value, place)
      compareValue(Self.messages.otherCodeValue(now.label), was.alternateValue, now.alternateValue, place)
    }
    for index in alignment.extra { add(Self.messages.codeIsNew(after[index].label), at: after[index].span) }
    for gap in alignment.missing {
      add(Self.messages.codeIsGone(before[gap.source].label), at: heading { $0.holdsReturnCodes })
    }
  }

  private mutating func compareMembers() {
    let before = old.facts.members
    let after = new.facts.members
    let alignment = alignment[.members]
    for pair in alignment.pairs {
      let (was, now) = (before[pair.source], after[pair.translation])
      compareNames(was.name, now.name) { Self.messages.memberRenamed($0, $1) }
      let name = now.name.value
      compareValue(Self.messages.memberType(name), was.dataType, now.dataType, now.name)
      compareValue(Self.messages.memberAccess(name), was.access, now.access, now.name)
      compareValue(Self.messages.memberValue(name), was.value, now.value, now.name)
      compareValue(Self.messages.memberDefault(name), was.defaultValue, now.defaultValue, now.name)
      compareValue(Self.messages.memberRequired(name), was.required, now.required, now.name)
      compareValue(Self.messages.memberQualifiers(name), was.qualifiers, now.qualifiers, now.name)
    }
    for index in alignment.extra { add(Self.messages.memberIsNew(after[index].name.value), at: after[index].name.span) }
    for gap in alignment.missing {
      add(Self.messages.memberIsGone(before[gap.source].name.value), at: heading { $0.holdsMembers })
    }
  }

  private mutating func compareBaseTypes() {
    let before = old.facts.baseTypes
    let after = new.facts.baseTypes
    for type in after where !before.contains(where: { $0.name.value == type.name.value }) {
      add(Self.messages.baseTypeIsNew(type.name.value), at: type.name.span)
    }
    for type in before where !after.contains(where: { $0.name.value == type.name.value }) {
      add(Self.messages.baseTypeIsGone(type.name.value), at: nil)
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
    for index in pairs.extra { add(Self.messages.isNew(label(after[index])), at: after[index].joinedValues?.span) }
    for gap in pairs.missing {
      add(Self.messages.isGone(label(before[gap.source])), at: heading { $0 == .requirements })
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
    case (let was?, let value?):
      add(Self.messages.valueChanged(what, Self.short(value), Self.short(was)), at: now?.span)
    case (let was?, nil): add(Self.messages.valueIsGone(what, Self.short(was)), at: owner?.span)
    case (nil, let value?): add(Self.messages.valueIsNew(what, Self.short(value)), at: now?.span)
    case (nil, nil): break
    }
  }

  private static func short(_ text: String) -> String {
    text.unicodeScalars.count > 60 ? "\(String(text.unicodeScalars.prefix(59)))…" : text
  }
}
