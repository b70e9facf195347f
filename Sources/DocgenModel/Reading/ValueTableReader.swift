import DocgenMarkup
import DocgenSupport

extension LocalizedPage {
  /// The values that descriptions of parameters and members list, and sections about values.
  ///
  /// They are read when asked for, since many pages hold many and few readers want them.
  ///
  /// - Parameter vocabulary: The words of the page's locale.
  /// - Returns: One table for each parameter, member or section that has one.
  package func valueTables(_ vocabulary: Vocabulary) -> [ValueTable] {
    guard let kind = facts.kind, !kind.isArticle else { return [] }
    var values = ValueTableReader(document: document, vocabulary: vocabulary)
    for (index, parameter) in facts.parameters.enumerated() {
      values.read(parameter.description, of: .parameter(index))
    }
    for (index, member) in facts.members.enumerated() where !member.role.holdsConstants {
      values.read(member.description, of: .member(index))
    }
    for (index, section) in facts.sections.enumerated() where section.role?.holdsValues == true {
      values.read(section.content, of: .section(index))
    }
    return values.tables
  }
}

/// Reads the lists and tables of values that stand in descriptions of parameters and members.
struct ValueTableReader {
  let document: Document
  let vocabulary: Vocabulary
  private(set) var tables: [ValueTable] = []

  init(document: Document, vocabulary: Vocabulary) {
    self.document = document
    self.vocabulary = vocabulary
  }

  mutating func read(_ range: Range<Int>, of owner: ValueTable.Owner) {
    var reader = ReturnCodeReader(document: document, vocabulary: vocabulary)
    if let container = document.firstContainer(in: range) { reader.read(container..<range.upperBound) }
    if reader.codes.isEmpty { reader.readBullets(range) }
    // A list of other things has neither symbolic names nor numbers.
    let values = reader.codes.filter { !isLabel($0) }
    let telling = values.count { $0.value != nil || $0.isSymbolic }
    guard telling > 0, telling * 2 >= values.count else { return }
    tables.append(ValueTable(owner: owner, values: values))
  }

  /// `Data type: **string**` is a fact about the owner.
  private func isLabel(_ code: NamedValue) -> Bool {
    guard let name = code.name?.value.utf8, let colon = name.firstIndex(of: UInt8(ascii: ":")) else { return false }
    return vocabulary.propertyLabel(String(decoding: name[..<colon], as: UTF8.self)) != nil
  }
}
