import DocgenSupport
import Glibc
import Synchronization

/// One line on a terminal that says how far the work is; nothing elsewhere.
///
/// Any thread may report; the line is drawn at most ten times a second.
final class ProgressLine: Sendable {
  private struct State {
    var lastDrawn: UInt64 = 0
    var isShown = false
    /// The time when the step began that so many items belong to, and how many were done then.
    var step = (total: -1, begun: UInt64(0), done: 0)
    var done = 0
  }

  private static let interval: UInt64 = 100_000_000

  let isEnabled: Bool
  private let state = Mutex(State())

  init(isEnabled: Bool) {
    self.isEnabled = isEnabled
  }

  /// Says that so many items of a step are done.
  func report(_ step: StaticString, done: Int, of total: Int) {
    report(done: done, of: total) { "\(step) \(grouped(done)) of \(grouped(total))" }
  }

  /// Says in other words that so many items are done; the text is made when it is drawn.
  func report(done: Int, of total: Int, _ text: () -> String) {
    guard isEnabled else { return }
    state.withLock { state in
      let now = nanoseconds()
      // Threads report out of order, but not by so much.
      if state.step.total != total || done < state.done / 2 { state.step = (total, now, done) }
      state.done = done
      guard done == total || now >= state.lastDrawn + Self.interval else { return }
      state.lastDrawn = now
      state.isShown = true
      let pace = Pace(done: done - state.step.done, left: total - done, nanoseconds: now - state.step.begun)
      Self.draw("\r\u{1B}[K\(text())\(pace.text)")
    }
  }

  /// Takes the line away, before anything else is written.
  func clear() {
    state.withLock { state in
      guard state.isShown else { return }
      state.isShown = false
      Self.draw("\r\u{1B}[K")
    }
  }

  private static func draw(_ text: String) {
    let bytes = Array(text.utf8)
    // Progress is no result: a line that cannot be drawn is left out.
    _ = bytes.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }

  private func nanoseconds() -> UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }
}

/// How fast the items of a step are done, and what that says of the time that is left; the same in all languages.
struct Pace {
  let done: Int
  let left: Int
  let nanoseconds: UInt64

  /// What is said before it can be known is worth little.
  private static let shortest: UInt64 = 1_000_000_000

  /// Items in a second and the time that is left: ` (2,400/s, 1:05)`; empty where little is known, or nothing left.
  var text: String {
    guard nanoseconds >= Self.shortest, done > 0, left > 0 else { return "" }
    let rate = Double(done) * 1e9 / Double(nanoseconds)
    let seconds = Int((Double(left) / rate).rounded(.up))
    let shownRate = rate < 10 ? "\(Int(rate)).\(Int(rate * 10) % 10)" : grouped(Int(rate))
    return " (\(shownRate)/s, \(seconds / 60):\(seconds % 60 < 10 ? "0" : "")\(seconds % 60))"
  }
}

/// A number with its thousands set apart: 2,535.
func grouped(_ number: Int) -> String { MessageCatalog.source.text(number) }
