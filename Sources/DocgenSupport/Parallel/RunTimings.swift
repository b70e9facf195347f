import Glibc
import Synchronization

/// How long the stages of a run took, and which pages took longest.
///
/// It is for people who look for what is slow. Where nobody asks, there is none, and no clock is read.
public final class RunTimings: Sendable {
  /// A stage, or a page.
  public struct Entry: Sendable {
    /// What it is called.
    public var name: String
    /// The time that passed, in nanoseconds; 0 for a page, whose thread may have waited for others.
    public var elapsed: UInt64
    /// The time that processors worked for it, in nanoseconds.
    public var processor: UInt64
  }

  /// So many pages are kept.
  public static let pageLimit = 10

  private let state = Mutex(State())

  private struct State {
    var stages: [Entry] = []
    var pages: [Entry] = []
  }

  /// Makes timings of nothing.
  public init() {}

  /// The stages in the order in which they ended.
  public var stages: [Entry] { state.withLock(\.stages) }

  /// The pages that took longest, the longest first; what took equally long is sorted by name.
  public var slowestPages: [Entry] { state.withLock(\.pages) }

  /// Runs a stage, and keeps how long it took.
  public static func measure<Result, Failure: Error>(
    _ timings: RunTimings?, _ stage: String, _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    guard let timings else { return try body() }
    let (elapsed, processor) = (now(CLOCK_MONOTONIC), now(CLOCK_PROCESS_CPUTIME_ID))
    let result = try body()
    let entry = Entry(
      name: stage, elapsed: now(CLOCK_MONOTONIC) - elapsed, processor: now(CLOCK_PROCESS_CPUTIME_ID) - processor)
    timings.state.withLock { $0.stages.append(entry) }
    return result
  }

  /// Runs the work on a page, which one thread does, and keeps how long that thread worked.
  public static func measure<Result>(_ timings: RunTimings?, page: String, _ body: () -> Result) -> Result {
    guard let timings else { return body() }
    let start = now(CLOCK_THREAD_CPUTIME_ID)
    let result = body()
    timings.note(Entry(name: page, elapsed: 0, processor: now(CLOCK_THREAD_CPUTIME_ID) - start))
    return result
  }

  /// Keeps a page, if it is among those that took longest.
  func note(_ page: Entry) {
    state.withLock { state in
      let place = state.pages.firstIndex { ($0.processor, page.name) < (page.processor, $0.name) } ?? state.pages.count
      guard place < Self.pageLimit else { return }
      state.pages.insert(page, at: place)
      if state.pages.count > Self.pageLimit { state.pages.removeLast() }
    }
  }

  private static func now(_ clock: clockid_t) -> UInt64 {
    var time = timespec()
    clock_gettime(clock, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }
}
