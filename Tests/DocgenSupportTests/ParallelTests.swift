import DocgenSupport
import Synchronization
import Testing

@Suite struct ParallelTests {
  @Test(arguments: [1, 2, 7], [0, 1, 3, 1000])
  func streamsInOrder(jobs: Int, count: Int) {
    var taken: [Int] = []
    Parallel.stream(count: count, jobs: jobs, capacity: 3) {
      $0 * 2
    } consume: {
      taken.append($0)
      return true
    }
    #expect(taken == (0..<count).map { $0 * 2 })
  }

  /// Neither are results made that nobody will take, nor too many before they are taken.
  @Test(arguments: [1, 4])
  func streamsNoFurtherThanWanted(jobs: Int) {
    let made = Atomic<Int>(0)
    var taken = 0
    var mostAhead = 0
    Parallel.stream(count: 10_000, jobs: jobs, capacity: 5) { number in
      made.wrappingAdd(1, ordering: .sequentiallyConsistent)
      return number
    } consume: { number in
      mostAhead = max(mostAhead, made.load(ordering: .sequentiallyConsistent) - number)
      taken += 1
      return taken < 100
    }
    #expect(taken == 100)
    // A result that is taken gives room for another at once.
    #expect(mostAhead <= 6)
    #expect(made.load(ordering: .sequentiallyConsistent) <= 106)
  }
}
