import DocgenModel

/// The engines that tell a program which part of the work is its own, by variables.
enum ShardEngine {
  /// The variables of one engine.
  private struct Variables {
    var number: String
    /// The number of the first part: that which a variable says, or a fixed one.
    var first: Int
    var firstVariable: String?
    var count: String?
  }

  private static let all = [
    Variables(
      number: "SLURM_ARRAY_TASK_ID", first: 1, firstVariable: "SLURM_ARRAY_TASK_MIN", count: "SLURM_ARRAY_TASK_COUNT"),
    Variables(number: "CI_NODE_INDEX", first: 1, firstVariable: nil, count: "CI_NODE_TOTAL"),
    Variables(number: "JOB_COMPLETION_INDEX", first: 0, firstVariable: nil, count: nil),
  ]

  /// The part that an engine names.
  ///
  /// - Parameters:
  ///   - environment: The variables that the engine sets.
  ///   - given: The number of parts that the user gives; an array of Slurm may hold some of them only, and begins with 1
  ///     then.
  /// - Returns: The part.
  /// - Throws: That no engine names one, or none that there is.
  static func shard(_ environment: Environment, of given: Int?) throws(UsageError) -> Shard {
    func number(_ name: String?) -> Int? { name.flatMap { environment[$0] }.flatMap { Int($0) } }
    guard let engine = all.first(where: { number($0.number) != nil }), let index = number(engine.number) else {
      let names = all.map { "'\($0.number)'" }.joined(separator: ", ")
      throw .conflict(
        option: "--shard", reason: "is 'auto', and no engine says which part this is: none of \(names) is set; give I/N"
      )
    }
    guard let count = given ?? number(engine.count) else {
      throw .conflict(
        option: "--shard",
        reason: "is 'auto', and '\(engine.count ?? engine.number)' does not say of how many parts; give 'auto/N'")
    }
    let first = given == nil ? number(engine.firstVariable) ?? engine.first : engine.first
    guard first <= 1, let shard = Shard(number: index - first + 1, of: count) else {
      throw .conflict(
        option: "--shard",
        reason: "is 'auto', and '\(engine.number)' is \(index), which is no part of \(count); give 'auto/N' or I/N")
    }
    return shard
  }
}
