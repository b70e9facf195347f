import DocgenModel
import DocgenSupport

/// A long piece of HTML that a writer of docgen made, in parts of about the same size.
///
/// Parts begin at headings where that fits, or else between blocks, rows, entries and items; what is open there is closed and
/// opened again, and a table repeats its head. Every id stays where it was written.
struct HTMLPartition {
  /// A part.
  struct Part {
    /// Its content, with what was open around it.
    var html: [UInt8]
    /// The headings in it, and other elements with an id.
    var places: [Place] = []
    /// The text of its first heading or entry as HTML; empty if there is none.
    var label: [UInt8] = []
  }

  /// An element with an id.
  struct Place {
    var id: [UInt8]
    /// The text of a heading as HTML; `nil` of other elements.
    var title: [UInt8]?
    /// The level of a heading; 0 of other elements.
    var level = 0
  }

  private(set) var parts: [Part] = []

  /// Divides some HTML into parts of so many bytes, or more where nothing may be cut; `nil` if it is one part, or not as this
  /// expects it.
  init?(_ html: [UInt8], size: Int) {
    guard html.count > size else { return nil }
    let scan: HTMLScan? = html.withUnsafeBufferPointer { bytes in
      var scan = HTMLScan(bytes)
      return scan.run() ? scan : nil
    }
    guard let scan else { return nil }
    var cuts: [HTMLScan.Cut] = []
    var start = 0
    var candidates = scan.cuts[...]
    // The last part is no scrap.
    while html.count - start > size + size / 4 {
      guard let cut = Self.best(&candidates, from: start, size: size) else { break }
      cuts.append(cut)
      start = cut.position
    }
    guard !cuts.isEmpty else { return nil }
    var places = scan.places[...]
    for number in 0...cuts.count {
      let start = number == 0 ? 0 : cuts[number - 1].position
      let range = start..<(number < cuts.count ? cuts[number].position : html.count)
      var part = Part(html: [])
      if number > 0 { part.html += Self.opening(cuts[number - 1], of: html) }
      part.html += html[range]
      if number < cuts.count { part.html += Self.closing(cuts[number]) }
      while let place = places.first, place.position < range.upperBound {
        if !place.id.isEmpty { part.places.append(Place(id: place.id, title: place.title, level: place.level)) }
        if part.label.isEmpty, let text = place.title ?? place.text { part.label = text }
        places.removeFirst()
      }
      parts.append(part)
    }
  }

  /// The cut with the most meaning in the second half of a part, or else the next there is.
  private static func best(_ candidates: inout ArraySlice<HTMLScan.Cut>, from start: Int, size: Int) -> HTMLScan.Cut? {
    while let first = candidates.first, first.position < start + size / 2 { candidates.removeFirst() }
    var best: HTMLScan.Cut?
    for cut in candidates {
      if cut.position > start + size, best != nil { break }
      if best.map({ cut.rank >= $0.rank }) ?? true { best = cut }
      if cut.position > start + size { break }
    }
    return best
  }

  private static func opening(_ cut: HTMLScan.Cut, of html: [UInt8]) -> [UInt8] {
    cut.open.flatMap { element in
      HTMLScan.withoutIDs(html[element.tag]) + (element.head.map { HTMLScan.withoutIDs(html[$0]) } ?? [])
    }
  }

  private static func closing(_ cut: HTMLScan.Cut) -> [UInt8] {
    cut.open.reversed().flatMap { Array("</".utf8) + $0.name + Array(">".utf8) }
  }
}
