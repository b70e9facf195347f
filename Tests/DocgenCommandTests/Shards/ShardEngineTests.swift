import DocgenModel
import DocgenTestSupport
import Testing

@testable import DocgenCommand

@Suite struct ShardEngineTests {
  private func shard(_ variables: [String: String], of count: Int? = nil) -> String {
    do throws(UsageError) {
      return try ShardEngine.shard(Environment(variables), of: count).description
    } catch {
      return error.description
    }
  }

  @Test func asksTheEngine() {
    let slurm = ["SLURM_ARRAY_TASK_ID": "5", "SLURM_ARRAY_TASK_MIN": "1", "SLURM_ARRAY_TASK_COUNT": "8"]
    #expect(shard(slurm) == "5/8")
    #expect(shard(slurm.merging(["SLURM_ARRAY_TASK_MIN": "0"]) { $1 }) == "6/8")
    #expect(shard(["CI_NODE_INDEX": "2", "CI_NODE_TOTAL": "3"]) == "2/3")
    #expect(shard(["JOB_COMPLETION_INDEX": "0"], of: 4) == "1/4")
    // One task of an array is run again by itself.
    let again = ["SLURM_ARRAY_TASK_ID": "5", "SLURM_ARRAY_TASK_MIN": "5", "SLURM_ARRAY_TASK_COUNT": "1"]
    #expect(shard(again, of: 8) == "5/8")
  }

  @Test func guessesNothing() {
    #expect(
      shard([:]).contains("none of 'SLURM_ARRAY_TASK_ID', 'CI_NODE_INDEX', 'JOB_COMPLETION_INDEX' is set; give I/N"))
    #expect(shard(["JOB_COMPLETION_INDEX": "3"]).contains("does not say of how many parts; give 'auto/N'"))
    #expect(
      shard(["CI_NODE_INDEX": "4", "CI_NODE_TOTAL": "3"]).contains("'CI_NODE_INDEX' is 4, which is no part of 3"))
    let again = ["SLURM_ARRAY_TASK_ID": "5", "SLURM_ARRAY_TASK_MIN": "5", "SLURM_ARRAY_TASK_COUNT": "1"]
    #expect(shard(again).contains("give 'auto/N' or I/N"))
  }

  /// Each page is in one shard, and no shard costs more than its share and one page.
  @Test(arguments: [1, 2, 3, 7, 64, 500])
  func balancesByCost(count: Int) {
    for costs in [[], [5], [1, 1, 1, 1], (0..<300).map { ($0 * 7919) % 1000 }, [0, 0, 1000, 0, 1]] {
      let ranges = (1...count).compactMap { Shard(number: $0, of: count)?.pages(costs: costs) }
      #expect(ranges.flatMap { Array($0) } == Array(costs.indices))
      let share = costs.reduce(0, +) / count
      for range in ranges { #expect(costs[range].reduce(0, +) <= share + (costs.max() ?? 0) + 1) }
    }
  }

  @Test func readsParts() {
    #expect(Shard("2/7")?.description == "2/7")
    for text in ["0/7", "8/7", "1/0", "-1/7", "1", "1/2/3", "a/b", "/2", "1/", "+1/2", "1/100001"] {
      #expect(Shard(text) == nil, "\(text)")
    }
  }
}
