import Testing

@testable import DocgenSupport

@Suite struct ProcessorCountTests {
  private static let cases: [(files: [String: String], count: Int?)] = [
    ([:], nil),
    (["/proc/self/cgroup": "0::/\n"], nil),
    (["/proc/self/cgroup": "0::/\n", "/sys/fs/cgroup/cpu.max": "max 100000\n"], nil),
    (["/proc/self/cgroup": "0::/\n", "/sys/fs/cgroup/cpu.max": "200000 100000\n"], 2),
    (["/proc/self/cgroup": "0::/a/b\n", "/sys/fs/cgroup/a/b/cpu.max": "150000 100000\n"], 2),
    (["/proc/self/cgroup": "0::/a/b\n", "/sys/fs/cgroup/a/b/cpu.max": "10000 100000\n"], 1),
    // That of a group around it is lower.
    (
      [
        "/proc/self/cgroup": "0::/a/b\n", "/sys/fs/cgroup/a/cpu.max": "100000 100000\n",
        "/sys/fs/cgroup/a/b/cpu.max": "400000 100000\n",
      ], 1
    ),
    // Version 1.
    (
      [
        "/proc/self/cgroup": "5:memory:/m\n4:cpu,cpuacct:/c\n0::/\n",
        "/sys/fs/cgroup/cpu,cpuacct/c/cpu.cfs_quota_us": "300000\n",
        "/sys/fs/cgroup/cpu,cpuacct/c/cpu.cfs_period_us": "100000\n",
      ], 3
    ),
    (
      [
        "/proc/self/cgroup": "4:cpu,cpuacct:/\n", "/sys/fs/cgroup/cpu,cpuacct/cpu.cfs_quota_us": "-1\n",
        "/sys/fs/cgroup/cpu,cpuacct/cpu.cfs_period_us": "100000\n",
      ], nil
    ),
    (["/proc/self/cgroup": "nonsense\n\n::\n", "/sys/fs/cgroup/cpu.max": "0 0\n"], nil),
  ]

  @Test(arguments: cases)
  func readsTheQuota(files: [String: String], count: Int?) {
    #expect(ProcessorCount.quota { files[$0] } == count)
  }

  @Test func isAtLeastOne() { #expect(ProcessorCount.available >= 1) }
}
