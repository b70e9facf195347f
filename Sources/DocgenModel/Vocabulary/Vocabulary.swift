import DocgenSupport

/// The words of one language that mean something to the model, and the strings of its interface.
///
/// It is data of `locales/<locale>/`; nothing knows which locales there are. Lookups compare as ``FoldedText`` does.
package struct Vocabulary: Sendable {
  /// The parts of `vocabulary.yml` that map what is meant to the forms a language has for it.
  package enum Part: String, CaseIterable, Sendable {
    /// Titles of sections, by role.
    case sections
    /// Labels of a requirements table.
    case requirements
    /// Words between the brackets after a parameter's name.
    case directions
    /// Kinds of a page in its title.
    case kinds
    /// Kinds in titles of list pages.
    case pluralKinds = "kinds-plural"
    /// Fixed phrases of the values of a requirements table.
    case phrases
    /// Names of products.
    case products
    /// Labels of alerts.
    case alerts
    /// Labels in the list of a property.
    case propertyLabels = "property-labels"
    /// Values of the label "Access type".
    case access
    /// Header cells of tables of codes, values and members.
    case valueHeaders = "value-headers"
    /// Names of data types in prose.
    case dataTypes = "data-types"
    /// Articles, prepositions and conjunctions.
    case functionWords = "function-words"
    /// Nouns that stand beside names in their labels, as the kinds of pages do.
    case labelNouns = "label-nouns"
    /// Verbs that do.
    case labelVerbs = "label-verbs"
    /// Words after a number that multiply it.
    case scaleWords = "scale-words"
    /// Units after a number.
    case units
    /// Words before the number of a version.
    case versionWords = "version-words"
  }

  /// The locale as the project names it.
  package let locale: String
  /// The name of the language in the language itself.
  package internal(set) var language: String
  /// The BCP 47 tag.
  package internal(set) var tag: String
  /// What is wrong with the data.
  package internal(set) var problems: [FileProblem] = []

  /// What may stand between the parts of a compound word ("s", "en"); none where the language does not join words.
  package internal(set) var compoundLinks: [String] = []

  var tables: [Part: VocabularyTable] = [:]
  var requirementHeaders: Set<[FoldedText]> = []
  var lostDirections: Set<FoldedText> = []
  /// The words between the ends of a range of numbers, in lower case.
  package internal(set) var rangeWords: [[UInt8]] = []
  var interface: [String: String] = [:]

  /// A vocabulary without words.
  package init(locale: String) {
    self.locale = locale
    language = locale
    tag = locale
  }

  /// Whether there are words of the language, and not those of a dialect alone.
  package private(set) var hasOwnWords = true

  /// Whether there is no data for the locale.
  package var isEmpty: Bool { tables.isEmpty && interface.isEmpty }

  /// The vocabulary with the forms of a dialect, which mean there what the dialect says.
  package func adding(_ words: [Part: VocabularyTable]) -> Vocabulary {
    var result = self
    for (part, table) in words { result.tables[part, default: VocabularyTable()].override(with: table) }
    result.hasOwnWords = !tables.isEmpty
    return result
  }

  /// The vocabulary with the words that head tables in the source's language, where they mean nothing in its own: cells
  /// are often left as they are.
  func knowingHeaders(of source: Vocabulary) -> Vocabulary {
    var result = self
    if let headers = source.tables[.valueHeaders] {
      result.tables[.valueHeaders, default: VocabularyTable()].add(headers)
    }
    result.requirementHeaders.formUnion(source.requirementHeaders)
    return result
  }

  /// What a text means within a part; `nil` if the text is not known.
  package func key(of text: String, in part: Part) -> String? { tables[part]?.key(of: text) }

  /// What a text of valid UTF-8 means within a part.
  func key(of text: UnsafeBufferPointer<UInt8>, in part: Part) -> String? { tables[part]?.key(of: text) }

  /// The forms of what is meant, the preferred one first; none where the key is not known.
  package func forms(of key: String, in part: Part) -> [String] { tables[part]?.forms[key] ?? [] }

  /// Everything that can be meant within a part, in the order of the file.
  package func keys(of part: Part) -> [String] { tables[part]?.keys ?? [] }
}

extension Vocabulary {
  /// The role of a section with that title (`return-value`).
  package func sectionRole(_ title: String) -> String? { key(of: title, in: .sections) }

  /// The title that the language prefers for a role.
  package func sectionTitle(_ role: String) -> String? { forms(of: role, in: .sections).first }

  /// The requirement that a label names (`minimum-supported-client`).
  package func requirementKey(_ label: String) -> String? { key(of: label, in: .requirements) }

  /// The label that the language prefers for a requirement.
  package func requirementLabel(_ key: String) -> String? { forms(of: key, in: .requirements).first }

  /// Whether the cells are the header row of a requirements table.
  package func isRequirementHeader(_ cells: [String]) -> Bool {
    requirementHeaders.contains(cells.map { FoldedText($0) })
  }

  /// The direction or flag that words between brackets name (`in`, `in-out`, `optional`).
  package func direction(_ words: String) -> String? { key(of: words, in: .directions) }

  /// Whether the words stand where a direction should be and have lost its meaning.
  package func isLostDirection(_ words: String) -> Bool { lostDirections.contains(FoldedText(words)) }

  /// The kind of page that a word of a title names (`method`).
  package func kind(_ word: String) -> String? { key(of: word, in: .kinds) }

  /// What a compound word ends with means within a part ("Sitzungsobjekt" is an object).
  package func key(endingCompound word: UnsafeBufferPointer<UInt8>, in part: Part) -> String? {
    tables[part]?.key(endingWith: word)
  }

  /// The kind of thing that a word in the title of a list page names (`method` for "methods").
  package func pluralKind(_ word: String) -> String? { key(of: word, in: .pluralKinds) }

  /// The fixed phrase that a text is (`desktop-apps-only`).
  package func phraseKey(_ text: String) -> String? { key(of: text, in: .phrases) }

  /// The form of a fixed phrase that the language prefers.
  package func phrase(_ key: String) -> String? { forms(of: key, in: .phrases).first }

  /// The forms of a fixed phrase.
  package func phraseForms(_ key: String) -> [String] { forms(of: key, in: .phrases) }

  /// The canonical name of a product.
  package func product(_ name: String) -> String? { key(of: name, in: .products) }

  /// The kind of alert that a label names (`note`).
  package func alert(_ label: String) -> String? { key(of: label, in: .alerts) }

  /// What a label in the list of a property stands for (`data-type`).
  package func propertyLabel(_ label: String) -> String? { key(of: label, in: .propertyLabels) }

  /// The access that a value of the label "Access type" names (`read-only`).
  package func access(_ words: String) -> String? { key(of: words, in: .access) }

  /// What a header cell of a table of codes, values or members stands for (`meaning`).
  package func valueHeader(_ cell: String) -> String? { key(of: cell, in: .valueHeaders) }

  /// The data type that words of the language name (`string-array`).
  package func dataType(_ words: String) -> String? { key(of: words, in: .dataTypes) }

  /// A string of the interface; `nil` if the language has none.
  package func interfaceText(_ key: String) -> String? { interface[key] }

  /// The keys of all strings of the interface, in the order of their bytes.
  package var interfaceKeys: [String] {
    interface.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
