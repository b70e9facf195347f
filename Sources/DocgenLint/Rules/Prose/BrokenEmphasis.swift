import DocgenMarkup
import DocgenModel
import DocgenSupport

/// Finds markers of emphasis and code that show as themselves where the source's do not.
///
/// Emphasis that merely moved, or went, is no finding.
enum BrokenEmphasis: TranslationCheck {
  static let rule = Rule(
    "broken-emphasis", in: .prose, .warning,
    "A marker of emphasis shows as itself.")

  struct Messages: MessageSet {
    let visibleMarker = MessageForm<String>("the marker '{1}' shows as itself; place the markers as in the source")
  }

  static func check(_ pair: TranslationPair, _ findings: inout Findings) {
    let translation = pair.prose.translation
    guard translation.runs.contains(where: { $0.literalMarkers > 0 }) else { return }
    for section in pair.prose.sectionPairs {
      var shown = section.sourceRuns.reduce(0) { $0 + pair.prose.source.runs[$1].shownMarkers }
      for index in section.runs where translation.runs[index].literalMarkers > 0 {
        let run = translation.runs[index]
        if let counterpart = section.isParallel
          ? section.sourceRuns.lowerBound + index - section.runs.lowerBound : nil,
          pair.prose.source.runs[counterpart].shownMarkers >= run.literalMarkers
        {
          shown -= pair.prose.source.runs[counterpart].shownMarkers
          continue
        }
        // What stands elsewhere in the section of the source may have moved here.
        if shown >= run.literalMarkers {
          shown -= run.literalMarkers
          continue
        }
        let place = marker(at: Int(run.firstMarker), in: pair.translation)
        // The torn line of a parameter's name is one finding.
        if pair.translation.facts.parameters.contains(where: { $0.tornLine?.contains(place) ?? false }) { continue }
        let marker = pair.translation.source.text(place)
        report(
          Finding(
            messages.visibleMarker(marker), at: place, actual: marker),
          to: &findings)
      }
    }
  }

  /// The run of markers that starts at an offset.
  private static func marker(at start: Int, in page: LocalizedPage) -> SourceSpan {
    let bytes = page.source.bytes
    var end = start
    while end < bytes.count, bytes[end] == bytes[start] { end += 1 }
    return SourceSpan(start..<end)
  }
}

extension ProseRun {
  /// The markers of the source that show, whatever they are there: a translation may write them otherwise.
  fileprivate var shownMarkers: Int { literalMarkers + otherStars }
}
