import DocgenModel
import DocgenSupport

extension ProsePair {
  /// A text of the translation with the one of the source that it stands for.
  struct TextPair {
    /// The index of the run.
    var source: Int
    var translation: Int
    /// The section that holds it.
    var section: SectionPair
    /// No other text can be meant as well.
    var isCertain: Bool
  }

  /// Texts that nothing stands for, in a section.
  struct TextGap {
    var gap: RunAlignment.Gap
    var section: SectionPair
  }

  /// What the texts of the page have in common with those of the source, section by section.
  struct Texts {
    /// In the order of the translation's sections.
    var pairs: [TextPair] = []
    var gaps: [TextGap] = []
    /// How many bytes the translation has for one of the source.
    var ratio = 1.0
  }

  /// Pairs the texts of the page with those of the source.
  func makeTexts() -> Texts {
    var texts = Texts()
    texts.ratio = lengthRatio
    for section in sectionPairs {
      if section.isParallel {
        texts.pairs += zip(section.sourceRuns, section.runs).map {
          TextPair(source: $0, translation: $1, section: section, isCertain: true)
        }
        continue
      }
      let alignment = RunAlignment(
        section.sourceRuns, of: source, section.runs, of: translation, ratio: texts.ratio)
      texts.pairs += alignment.pairs.map {
        TextPair(source: $0.source, translation: $0.translation, section: section, isCertain: $0.isCertain)
      }
      texts.gaps += alignment.gaps.map { TextGap(gap: $0, section: section) }
    }
    return texts
  }

  /// The usual length of a text of the translation for one of the source: where blocks correspond, or else on the page.
  private var lengthRatio: Double {
    var (own, other) = (0, 0)
    for section in sectionPairs where section.isParallel {
      for run in section.sourceRuns { own += source.runs[run].span.range.count }
      for run in section.runs { other += translation.runs[run].span.range.count }
    }
    // A few words say little.
    if own < 400 || other < 400 {
      own += 400
      other += 450
    }
    return min(max(Double(other) / Double(own), 0.4), 2.5)
  }
}
