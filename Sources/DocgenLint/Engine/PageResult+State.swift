import DocgenModel
import DocgenSupport

extension Linter.PageResult {
  /// Whether the result can be kept until the next run: files that could not be read are tried anew.
  var canBeKept: Bool { failures.isEmpty && !asksHistory }

  /// Writes what is kept.
  func write(to writer: inout StateWriter) {
    writer.write(diagnostics) { $1.write(to: &$0) }
    writer.write(pageCount)
    writer.write(suppressions) { $1.write(to: &$0) }
    record.write(to: &writer)
    writer.write(states) { writer, state in
      switch state {
      case nil: writer.write(0)
      case .current: writer.write(1)
      case .unknown: writer.write(2)
      case .outdated(let change):
        writer.write(3)
        writer.write(change.rawValue)
      }
    }
  }

  /// Reads what was kept.
  init(_ reader: inout StateReader) throws(StateReader.Damage) {
    diagnostics = try reader.list { reader throws(StateReader.Damage) in try Diagnostic(&reader) }
    pageCount = try reader.number()
    suppressions = try reader.list { reader throws(StateReader.Damage) in try FileSuppressions(&reader) }
    record = try PageRecord(&reader)
    states = try reader.list { reader throws(StateReader.Damage) in
      switch try reader.number() {
      case 0: return nil
      case 1: return .current
      case 2: return .unknown
      default:
        guard let change = SourceChangeClass(rawValue: try reader.text()) else { throw StateReader.Damage() }
        return .outdated(change)
      }
    }
  }
}

extension FileSuppressions {
  fileprivate func write(to writer: inout StateWriter) {
    writer.write(repeated: file)
    writer.write(repeated: page)
    writer.write(repeated: locale)
    writer.write(isComplete)
    writer.write(suppressions) { writer, suppression in
      writer.write(suppression.lines != nil)
      if let lines = suppression.lines {
        writer.write(lines.lowerBound)
        writer.write(lines.upperBound)
      }
      writer.write(suppression.selectors) { writer, selector in
        writer.write(selector.name)
        selector.location.write(to: &writer)
      }
      writer.write(suppression.problem != nil)
      suppression.problem?.write(to: &writer)
      suppression.location.write(to: &writer)
    }
  }

  fileprivate init(_ reader: inout StateReader) throws(StateReader.Damage) {
    file = try reader.repeatedText()
    page = try reader.repeatedText()
    locale = try reader.repeatedText()
    isComplete = try reader.flag()
    suppressions = try reader.list { reader throws(StateReader.Damage) in
      var lines: ClosedRange<Int>?
      if try reader.flag() {
        let (first, last) = (try reader.number(), try reader.number())
        guard first <= last else { throw StateReader.Damage() }
        lines = first...last
      }
      let selectors = try reader.list { reader throws(StateReader.Damage) in
        Suppression.Selector(name: try reader.text(), location: try SourceLocation(&reader))
      }
      return Suppression(
        lines: lines, selectors: selectors, problem: try reader.flag() ? try Message(&reader) : nil,
        location: try SourceLocation(&reader))
    }
  }
}
