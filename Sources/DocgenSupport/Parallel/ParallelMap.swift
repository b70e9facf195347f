import CDocgen
import Glibc
import Synchronization

/// Work on independent items by a number of threads, with results in the order of the items.
public enum Parallel {
  /// Deep documents are walked by recursion; a page nested as deep as the parser allows fits into this stack.
  private static let stackSize = 64 << 20

  /// Applies a function to the numbers `0..<count` and returns the results in that order.
  ///
  /// Threads take the next number when they are free, so that the results do not depend on their count. With one
  /// job the work still runs on a thread of its own, with the same stack.
  public static func map<Result: Sendable>(
    count: Int, jobs: Int, _ transform: @escaping @Sendable (Int) -> Result
  ) -> [Result] {
    guard count > 0 else { return [] }
    return [Result](unsafeUninitializedCapacity: count) { buffer, initializedCount in
      guard let base = buffer.baseAddress else { return }
      // Each number is taken by one thread, and all are done when the threads have ended.
      nonisolated(unsafe) let results = base
      run(Workers(count: count) { (results + $0).initialize(to: transform($0)) }, jobs: min(max(1, jobs), count))
      initializedCount = count
    }
  }

  /// Calls a function with each of the numbers `0..<count`, in no particular order.
  public static func forEach(count: Int, jobs: Int, _ body: @escaping @Sendable (Int) -> Void) {
    guard count > 0 else { return }
    run(Workers(count: count, body: body), jobs: min(max(1, jobs), count))
  }

  /// Applies a function to the numbers `0..<count` and hands the results over in that order, on the calling thread.
  ///
  /// Results are taken while further ones are made, of which no more than `capacity` wait at a time. The work ends when
  /// `consume` returns false.
  public static func stream<Result: Sendable>(
    count: Int, jobs: Int, capacity: Int = 64, _ transform: @escaping @Sendable (Int) -> Result,
    consume: (Result) -> Bool
  ) {
    guard count > 0 else { return }
    let queue = OrderedQueue<Result>(capacity: max(1, capacity))
    let workers = Workers(count: count) { index in
      // Where nobody takes results any longer, none are made.
      if queue.waitForRoom(index) { queue.put(transform(index), index) }
    }
    let threads = start(workers, jobs: min(max(1, jobs), count))
    defer {
      queue.close()
      for thread in threads { pthread_join(thread, nil) }
    }
    for index in 0..<count {
      guard consume(threads.isEmpty ? transform(index) : queue.take(index)) else { return }
    }
  }

  /// What the threads of one call share.
  private final class Workers: Sendable {
    private let next = Atomic<Int>(0)
    private let count: Int
    private let body: @Sendable (Int) -> Void
    /// The value of the thread that the work belongs to, which waits until it is done.
    nonisolated(unsafe) private let threadValue = docgen_thread_value()

    init(count: Int, body: @escaping @Sendable (Int) -> Void) {
      self.count = count
      self.body = body
    }

    func work() {
      docgen_set_thread_value(threadValue)
      while true {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard index < count else { break }
        body(index)
      }
      docgen_arena_destroy()
    }
  }

  private static func run(_ workers: Workers, jobs: Int) {
    let threads = start(workers, jobs: jobs)
    // The system may refuse further threads; the work is done all the same.
    if threads.isEmpty { workers.work() }
    for thread in threads { pthread_join(thread, nil) }
  }

  /// Starts threads that do the work; fewer, or none, where the system refuses them.
  private static func start(_ workers: Workers, jobs: Int) -> [pthread_t] {
    var threads: [pthread_t] = []
    for _ in 0..<jobs {
      var thread = pthread_t()
      let context = Unmanaged.passRetained(workers)
      let status = docgen_start_thread(
        &thread, stackSize,
        { context in
          if let context { Unmanaged<Workers>.fromOpaque(context).takeRetainedValue().work() }
          return nil
        }, context.toOpaque())
      if status == 0 { threads.append(thread) } else { context.release() }
    }
    return threads
  }
}
