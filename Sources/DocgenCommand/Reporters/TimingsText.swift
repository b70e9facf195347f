import DocgenSupport

/// How long a run took, as lines for people.
enum TimingsText {
  static func write(_ timings: RunTimings, to output: Output) {
    let stages = timings.stages
    if stages.isEmpty { return output.write("Nothing had changed, and nothing was to be done.\n") }
    var table = TextTable()
    table.append(["stage", "time", "processor time"])
    for stage in stages { table.append([stage.name, seconds(stage.elapsed), seconds(stage.processor)]) }
    table.write(to: output)
    let pages = timings.slowestPages
    if pages.isEmpty { return }
    output.write("\n")
    table = TextTable()
    table.append(["slowest pages", "processor time"])
    for page in pages { table.append([page.name, seconds(page.processor)]) }
    table.write(to: output)
  }

  /// Nanoseconds as seconds with three decimals.
  static func seconds(_ nanoseconds: UInt64) -> String {
    let milliseconds = (nanoseconds + 500_000) / 1_000_000
    let decimals = String(milliseconds % 1000)
    return "\(milliseconds / 1000)." + String(repeating: "0", count: 3 - decimals.utf8.count) + decimals + " s"
  }
}
