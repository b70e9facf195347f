import DocgenMarkup
import DocgenModel
import DocgenSupport

/// Alerts that one page writes as quotes (`> [!NOTE]`) and the other as blocks of a shortcode: readers see a box in both.
extension TranslationPair {
  /// Whether an alert of the translation begins with a token where the source has a quote.
  func isQuoteInSource(_ token: Token) -> Bool {
    guard token.meaning.display == .alert else { return false }
    if token.role == .end {
      return token.partner.map { isQuoteInSource(translation.document.tokens[$0]) } ?? false
    }
    let section = translation.facts.section(at: token.span.start)
    let own = sections(section)
    return own.map { quotes(in: source, $0) > quotes(in: translation, section) } ?? false
  }

  /// Whether the translation has a block of a shortcode in place of an alert of the source.
  func hasBox(inPlaceOf alert: Alert) -> Bool {
    let section = source.facts.section(at: alert.span.start)
    let other = section < 0 ? section : alignment.sections.pair(ofSource: section)?.translation
    guard let other else { return false }
    func boxes(_ page: LocalizedPage, _ section: Int) -> Int {
      page.document.tokens.count {
        $0.meaning.display == .alert && $0.role != .end && page.facts.section(at: $0.span.start) == section
      }
    }
    return boxes(translation, other) > boxes(source, section)
  }

  private func sections(_ section: Int) -> Int? {
    section < 0 ? section : alignment.sections.pair(ofTranslation: section)?.source
  }

  /// The alerts of a section that are no tokens.
  private func quotes(in page: LocalizedPage, _ section: Int) -> Int {
    let starts = Set(page.document.tokens.lazy.filter { $0.meaning.display == .alert }.map(\.span.start))
    return page.facts.alerts.count {
      !starts.contains($0.span.start) && page.facts.section(at: $0.span.start) == section
    }
  }
}

extension PageFacts {
  /// The section at an offset; -1 before the first.
  fileprivate func section(at offset: Int32) -> Int { sections.partitioningIndex { $0.span.start > offset } - 1 }
}
