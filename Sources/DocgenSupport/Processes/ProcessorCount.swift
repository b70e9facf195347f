import CDocgen
import Glibc

/// How many processors this process may use: those that the machine has, it is not kept from, and a container pays for.
public enum ProcessorCount {
  /// The number, at least one.
  public static let available = max(1, min(allowed, quota(readingWith: text) ?? .max))

  /// The processors that the system may run the process on.
  private static var allowed: Int {
    let count = docgen_allowed_processors()
    return count > 0 ? Int(count) : Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))
  }

  private static func text(_ path: String) -> String? {
    (try? FileSystem.read(path, upTo: 1 << 16)).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Reads what the control groups of the process allow, of both versions; the limit of any group around that of the
  /// process counts.
  ///
  /// - Parameter read: The text of a file; `nil` if there is none.
  /// - Returns: The processors whose time the process has, rounded up; `nil` if there is no limit.
  static func quota(readingWith read: (String) -> String?) -> Int? {
    guard let groups = read("/proc/self/cgroup") else { return nil }
    var limits: [Int] = []
    for line in groups.split(separator: "\n") {
      let parts = line.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
      guard parts.count == 3 else { continue }
      let isUnified = parts[1].isEmpty
      guard isUnified || parts[1].split(separator: ",").contains("cpu") else { continue }
      let root = isUnified ? "/sys/fs/cgroup" : "/sys/fs/cgroup/\(parts[1])"
      for folder in folders(parts[2], below: root) {
        let numbers =
          isUnified
          ? read(folder + "/cpu.max")
          : read(folder + "/cpu.cfs_quota_us").flatMap { quota in
            read(folder + "/cpu.cfs_period_us").map { quota + " " + $0 }
          }
        if let limit = numbers.flatMap(processors) { limits.append(limit) }
      }
    }
    return limits.min()
  }

  /// The folder of a group and of those around it.
  private static func folders(_ group: Substring, below root: String) -> [String] {
    var folder = root
    return [root]
      + group.split(separator: "/").map { part in
        folder += "/" + part
        return folder
      }
  }

  /// The processors of `200000 100000`: microseconds of time, in each period of so many; `max` and -1 are no limit.
  private static func processors(_ text: String) -> Int? {
    let numbers = text.split { $0 == " " || $0 == "\n" }
    guard numbers.count == 2, let quota = Int(numbers[0]), let period = Int(numbers[1]), quota > 0, period > 0 else {
      return nil
    }
    return max(1, quota / period + (quota % period > 0 ? 1 : 0))
  }
}
