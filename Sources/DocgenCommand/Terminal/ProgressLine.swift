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
      guard done == total || now >= state.lastDrawn + Self.interval else { return }
      state.lastDrawn = now
      state.isShown = true
      Self.draw("\r\u{1B}[K\(text())")
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

/// A number with its thousands set apart: 2,535.
func grouped(_ number: Int) -> String { MessageCatalog.source.text(number) }
