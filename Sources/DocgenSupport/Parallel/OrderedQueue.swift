import Glibc

/// Hands results that several threads make over to one thread, in the order of their numbers.
///
/// A thread that is too far ahead waits, so that no more than a certain number of results is held.
final class OrderedQueue<Result: Sendable>: @unchecked Sendable {
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let hasResult = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private let hasRoom = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

  // All that follows is looked at and changed under the mutex alone.

  /// The result of number *n* is at *n* modulo the capacity.
  private var results: [Result?]
  /// The number that is taken next.
  private var next = 0
  private var isClosed = false

  init(capacity: Int) {
    results = [Result?](repeating: nil, count: capacity)
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(hasResult, nil)
    pthread_cond_init(hasRoom, nil)
  }

  deinit {
    pthread_cond_destroy(hasRoom)
    pthread_cond_destroy(hasResult)
    pthread_mutex_destroy(mutex)
    hasRoom.deallocate()
    hasResult.deallocate()
    mutex.deallocate()
  }

  /// Waits until the result of a number may be put; false where the queue was closed.
  func waitForRoom(_ number: Int) -> Bool {
    locked {
      while !isClosed, number >= next + results.count { pthread_cond_wait(hasRoom, mutex) }
      return !isClosed
    }
  }

  /// Puts the result of a number, for which there is room.
  func put(_ result: Result, _ number: Int) {
    locked {
      results[number % results.count] = result
      if number == next { pthread_cond_signal(hasResult) }
    }
  }

  /// Waits for the result of a number, which is the one after the number that was taken last.
  func take(_ number: Int) -> Result {
    locked {
      while true {
        if let result = results[number % results.count] {
          results[number % results.count] = nil
          next = number + 1
          pthread_cond_broadcast(hasRoom)
          return result
        }
        pthread_cond_wait(hasResult, mutex)
      }
    }
  }

  /// Lets go all who wait for room, and refuses further results.
  func close() {
    locked {
      isClosed = true
      pthread_cond_broadcast(hasRoom)
    }
  }

  private func locked<Value>(_ body: () -> Value) -> Value {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    return body()
  }
}
