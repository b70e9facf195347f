import Testing

@testable import DocgenSupport

/// How long runs take.
@Suite struct RunTimingsTests {
  @Test func keepsThePagesThatTookLongest() {
    let timings = RunTimings()
    for number in [3, 20, 1, 7, 7, 15, 2, 9, 11, 4, 6, 8] {
      let name = timings.slowestPages.contains { $0.name == "p\(number)" } ? "q" : "p"
      timings.note(.init(name: "\(name)\(number)", elapsed: 0, processor: UInt64(number)))
    }
    #expect(timings.slowestPages.map(\.name) == ["p20", "p15", "p11", "p9", "p8", "p7", "q7", "p6", "p4", "p3"])
  }

  @Test func measuresStagesInTheirOrder() {
    let timings = RunTimings()
    let sum = RunTimings.measure(timings, "add") { (0..<100_000).reduce(0, ^) }
    RunTimings.measure(timings, page: "a") {}
    RunTimings.measure(nil, "nobody asks") {}
    RunTimings.measure(timings, "rest") {}
    #expect(sum == (0..<100_000).reduce(0, ^))
    #expect(timings.stages.map(\.name) == ["add", "rest"])
    #expect(timings.stages[0].elapsed > 0 && timings.stages[0].processor > 0)
    #expect(timings.slowestPages.map(\.name) == ["a"])
  }
}
