import DocgenModel
import DocgenSupport

/// Finds terms that a folder translates in several ways: names of return codes, directions, labels of requirements.
///
/// Each way that is rarer than another is one finding, where it stands first.
enum InconsistentTerm: ProjectCheck {
  static let rule = Rule(
    "inconsistent-term", in: .agreement, .note,
    "A term of the source is translated in several ways within a folder.")

  struct Messages: MessageSet {
    let rareForm = MessageForm<Message, String, String, Int, String, Int>(
      "{1} '{2}' is '{3}' here, as in {4} places; write '{5}' as in {6} places of this folder")
    let singleForm = MessageForm<Message, String, String, String, Int>(
      "{1} '{2}' is '{3}' here; write '{4}' as in {5} places of this folder")
  }
  static let notes: PageNotes = .terms

  private struct Term: Hashable {
    var folder: Int
    var locale: Int
    var kind: TermRecord.Kind
    var source: UInt64
  }

  private struct Form {
    var translation: UInt64
    var page: Int
    var record: TermRecord
    var count: Int
  }

  /// The ways in which a term is translated, in the order of their first places.
  private struct Forms {
    private(set) var list: [Form] = []
    /// The indices of the forms by their translations; made where there are more than a few.
    private var indices: [UInt64: Int] = [:]
    private static let few = 16

    /// Counts a form, and tells whether it is the first of all.
    mutating func add(_ term: TermRecord, _ page: Int) -> Bool {
      if let index = index(of: term.translation) {
        list[index].count += 1
        return false
      }
      list.append(Form(translation: term.translation, page: page, record: term, count: 1))
      if list.count == Self.few {
        indices = Dictionary(uniqueKeysWithValues: zip(list.lazy.map(\.translation), list.indices))
      } else if list.count > Self.few {
        indices[term.translation] = list.count - 1
      }
      return list.count == 1
    }

    private func index(of translation: UInt64) -> Int? {
      list.count < Self.few ? list.firstIndex { $0.translation == translation } : indices[translation]
    }
  }

  static func check(_ records: [PageRecord], in project: LintProject, _ findings: inout ProjectFindings) {
    var forms: [Term: Forms] = [:]
    var order: [Term] = []
    var folders: [Substring: Int] = [:]
    for (page, record) in records.enumerated() where !record.terms.isEmpty {
      let id = project.catalog.entries[page].id
      let path = id.utf8.lastIndex(of: UInt8(ascii: "/")).map { id[..<$0] } ?? ""
      let folder = folders[path] ?? folders.count
      folders[path] = folder
      for term in record.terms {
        let key = Term(folder: folder, locale: term.locale, kind: term.kind, source: term.source)
        if forms[key, default: Forms()].add(term, page) { order.append(key) }
      }
    }
    for key in order {
      guard let forms = forms[key]?.list, forms.count > 1,
        let usual = forms.max(by: { ($0.count, $1.page) < ($1.count, $0.page) })
      else { continue }
      for form in forms where form.count * 2 <= usual.count { report(form, usual, key, &findings) }
    }
  }

  private static func report(_ form: Form, _ usual: Form, _ term: Term, _ findings: inout ProjectFindings) {
    let source = findings.text(form.record.sourceSpan, page: form.page, locale: PageCatalog.source)
    let expected = findings.text(usual.record.span, page: usual.page, locale: term.locale)
    let actual = findings.text(form.record.span, page: form.page, locale: term.locale)
    guard let source, let expected, let actual else { return }
    let message: Message =
      form.count > 1
      ? messages.rareForm(term.kind.noun, source, actual, form.count, expected, usual.count)
      : messages.singleForm(term.kind.noun, source, actual, expected, usual.count)
    findings.add(
      Finding(
        message,
        at: form.record.span, expected: expected, actual: actual), of: rule, page: form.page, locale: term.locale)
  }
}
