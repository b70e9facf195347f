import DocgenModel
import DocgenSupport

extension PageFacts {
  /// A section with all that stands below its heading, up to the next of its level or above.
  func span(ofSection index: Int) -> SourceSpan {
    let level = sections[index].level
    let next = sections[(index + 1)...].first { $0.level <= level }
    return SourceSpan(start: sections[index].span.start, end: next?.span.start ?? .max)
  }
}
