import DocgenSupport

/// Bars, each with its label above and a number at its end, as an SVG that is as wide as there is room.
///
/// Texts keep their size, for only the bars are measured in percent. Colours come from the style sheet, by class.
struct BarPlot {
  /// A part of a bar.
  struct Segment {
    /// The class that tells its colour.
    var name: String
    var value: Int
  }

  struct Bar {
    var label: String
    /// What stands at its end.
    var text: String
    var segments: [Segment]
  }

  /// The height of a bar with its label, in CSS pixels.
  private static let rowHeight = 44
  private static let longestLabel = 34
  /// The least width of what is more than nothing, in hundredths of a percent.
  private static let leastWidth = 60

  /// The id of the plot on its page.
  var id: String
  /// What is plotted.
  var title: String
  /// What it shows, in words.
  var description: String
  var bars: [Bar]
  /// The value of a bar that is as long as there is room.
  var maximum: Int
  /// The bars start at the right.
  var isFromRight = false

  /// The plot.
  var svg: [UInt8] {
    var buffer = ByteBuffer(capacity: 512 * (bars.count + 1))
    buffer.append(
      "<svg class=\"plot\" role=\"img\" aria-labelledby=\"\(id)-title \(id)-text\" width=\"100%\" height=\"\(bars.count * Self.rowHeight)\">"
    )
    buffer.append("<title id=\"\(id)-title\">")
    buffer.appendText(title)
    buffer.append("</title><desc id=\"\(id)-text\">")
    buffer.appendText(description)
    buffer.append("</desc>\n")
    for (index, bar) in bars.enumerated() { append(bar, at: index * Self.rowHeight, to: &buffer) }
    buffer.append("</svg>")
    return buffer.bytes
  }

  private func append(_ bar: Bar, at top: Int, to buffer: inout ByteBuffer) {
    let (label, number) = isFromRight ? ("100%", "0") : ("0", "100%")
    buffer.append("<text x=\"\(label)\" y=\"\(top + 15)\">")
    buffer.appendText(Self.shortened(bar.label))
    buffer.append("</text><text class=\"number\" x=\"\(number)\" y=\"\(top + 15)\">")
    buffer.appendText(bar.text)
    buffer.append("</text><rect class=\"track\" x=\"0\" y=\"\(top + 22)\" width=\"100%\" height=\"12\"/>")
    var position = 0
    for (segment, width) in zip(bar.segments, widths(bar)) where width > 0 {
      let start = isFromRight ? 10000 - position - width : position
      buffer.append(
        "<rect class=\"\(segment.name)\" x=\"\(Self.percent(start))\" y=\"\(top + 22)\" width=\"\(Self.percent(width))\" height=\"12\"/>"
      )
      position += width
    }
    buffer.append(UInt8(ascii: "\n"))
  }

  /// The widths of the parts in hundredths of a percent, no more than all together.
  private func widths(_ bar: Bar) -> [Int] {
    var widths = bar.segments.map { segment in
      segment.value > 0 && maximum > 0 ? max(Self.leastWidth, 10000 * segment.value / maximum) : 0
    }
    let excess = widths.reduce(0, +) - 10000
    if excess > 0, let widest = widths.indices.max(by: { widths[$0] < widths[$1] }) { widths[widest] -= excess }
    return widths
  }

  private static func percent(_ number: Int) -> String {
    let digits = "\(number % 100)"
    return number % 100 == 0 ? "\(number / 100)%" : "\(number / 100).\(digits.utf8.count < 2 ? "0" : "")\(digits)%"
  }

  private static func shortened(_ label: String) -> String {
    label.count > longestLabel ? label.prefix(longestLabel - 1) + "…" : label
  }
}
