import DocgenMarkup
import DocgenModel
import DocgenSupport

/// Lists the facts that differ between a page as it was translated and as it is today.
struct FactComparison {
  let old: LocalizedPage
  let new: LocalizedPage
  /// In words, each with its place in the page of today.
  private(set) var changes: [Located<Message>] = []

  init(old: LocalizedPage, new: LocalizedPage) {
    self.old = old
    self.new = new
  }

  /// A value with the name that it is known by.
  private struct Entry {
    /// Equal where the values stand for the same.
    var key: String
    /// What messages call it, with its article.
    var label: Message
    var value: Located<String>
  }

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
    func entries(_ page: LocalizedPage) -> [Entry] {
      page.facts.metadataRequirements.map {
        Entry(key: $0.key, label: "the requirement 'req.\($0.key)'", value: $0.value)
      }
    }
    compare(entries(old), entries(new))
  }

  /// Compares all that stands below the front matter.
  mutating func compareBody() {
    compareSignatures()
    compareParameters()
    compareReturnCodes()
    compare(requirements(of: old), requirements(of: new))
    compareMembers()
    compare(values(of: old), values(of: new))
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
    let alignment = Alignment(before, after) { Similarity.names($0.name.value, $1.name.value) }
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
    let alignment = Alignment(before, after, Similarity.returnCodes)
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
    let alignment = Alignment(before, after) { was, now in
      let likeness = Similarity.names(was.name.value, now.name.value)
      return likeness == .different && was.role != now.role ? .unrelated : likeness
    }
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

  private func requirements(of page: LocalizedPage) -> [Entry] {
    page.facts.requirements.map { requirement in
      Entry(
        key: requirement.key ?? requirement.label.value, label: "the requirement '\(requirement.label.value)'",
        value: Located(requirement.values.map(\.value).joined(separator: ", "), at: requirement.valueSpan))
    }
  }

  private func values(of page: LocalizedPage) -> [Entry] {
    func entry(_ value: LabelledValue, of product: String = "") -> Entry {
      Entry(
        key: "\(product)\0\(value.key ?? value.label.value)",
        label: product.isEmpty
          ? "the value '\(value.label.value)'" : "the value '\(value.label.value)' in '\(product)'", value: value.value)
    }
    return page.facts.labelledValues.map { entry($0) }
      + page.facts.implementations.flatMap { version in version.values.map { entry($0, of: version.product.value) } }
  }

  private mutating func compare(_ before: [Entry], _ after: [Entry]) {
    let alignment = Alignment(before, after) { $0.key == $1.key ? .equal : .unrelated }
    for pair in alignment.pairs {
      let (was, now) = (before[pair.source], after[pair.translation])
      compareValue(now.label, was.value, now.value, now.value)
    }
    for index in alignment.extra { add("\(after[index].label) is new", at: after[index].value.span) }
    for gap in alignment.missing { add("\(before[gap.source].label) is gone", at: heading { $0 == .requirements }) }
  }

  // MARK: Names and values

  private mutating func compareNames(
    _ was: Located<String>, _ now: Located<String>, _ message: (_ was: String, _ now: String) -> Message
  ) {
    guard !Similarity.differByMarksOnly(was.value, now.value) else { return }
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
