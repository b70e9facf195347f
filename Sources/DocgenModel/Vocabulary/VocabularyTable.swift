import DocgenMarkup
import DocgenSupport

/// One part of a vocabulary: what is meant, and the forms a language has for it.
package struct VocabularyTable: Sendable {
  /// What can be meant, in the order of the file.
  private(set) var keys: [String] = []
  /// The forms of each key, the preferred one first.
  private(set) var forms: [String: [String]] = [:]
  private var meanings: [FoldedText: String] = [:]

  /// What a text means; `nil` if no key has the form.
  func key(of text: String) -> String? { meanings[FoldedText(text)] }

  /// What a text of valid UTF-8 means.
  func key(of text: UnsafeBufferPointer<UInt8>) -> String? { meanings[FoldedText(text)] }

  /// What the longest form means that a text ends with; forms of one or two letters do not count.
  func key(endingWith text: UnsafeBufferPointer<UInt8>) -> String? {
    let folded = FoldedText(text).bytes
    var start = 1
    while start + Self.shortestEnding <= folded.count {
      if let key = meanings[FoldedText(bytes: Array(folded[start...]))] { return key }
      start += 1
    }
    return nil
  }

  private static let shortestEnding = 3

  /// Takes the mapping `key: [form, …]`; a single form may stand without a list.
  ///
  /// - Parameters:
  ///   - node: the mapping.
  ///   - allowsTwoMeanings: a form may stand under several keys, of which the first is its meaning.
  ///   - problems: takes what cannot be read.
  mutating func read(_ node: YAMLNode, allowsTwoMeanings: Bool, problems: inout [YAMLError]) {
    guard let members = node.members else {
      if !node.isNull { problems.append(YAMLError(english: "write this as lines 'key: [form, …]'", at: node.span)) }
      return
    }
    for member in members {
      var texts: [Located<String>] = []
      for item in member.value.items ?? [member.value] where !item.isNull {
        if let text = item.text {
          texts.append(text)
        } else {
          problems.append(YAMLError(english: "a form must be a text; put it in quotes", at: item.span))
        }
      }
      let problem = add(member.key.value, texts)
      if let problem, !allowsTwoMeanings { problems.append(problem) }
    }
  }

  /// Adds the forms of another table that mean nothing yet.
  mutating func add(_ other: VocabularyTable) {
    for key in other.keys {
      for form in other.forms[key] ?? [] {
        let folded = FoldedText(form)
        guard meanings[folded] == nil else { continue }
        meanings[folded] = key
        if forms[key] == nil { keys.append(key) }
        forms[key, default: []].append(form)
      }
    }
  }

  /// Adds the forms of another table, which mean from now on what that table says.
  mutating func override(with other: VocabularyTable) {
    for key in other.keys {
      for form in other.forms[key] ?? [] {
        let folded = FoldedText(form)
        if let own = meanings[folded], own != key {
          forms[own]?.removeAll { FoldedText($0) == folded }
          meanings[folded] = nil
        }
      }
    }
    add(other)
  }

  /// Adds a key; returns what is wrong with its forms, if anything is.
  private mutating func add(_ key: String, _ texts: [Located<String>]) -> YAMLError? {
    guard forms[key] == nil else { return nil }
    var problem: YAMLError?
    keys.append(key)
    forms[key] = texts.map(\.value)
    for text in texts {
      let folded = FoldedText(text.value)
      if let other = meanings[folded] {
        guard other != key else { continue }
        let words =
          "'\(text.value)' stands under '\(other)' and '\(key)'; a form has one meaning, so remove one"
        problem = problem ?? YAMLError(english: words, at: text.span)
      } else {
        meanings[folded] = key
      }
    }
    return problem
  }
}
