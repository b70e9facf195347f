import DocgenTestSupport
import Testing

@testable import DocgenSupport

/// What a run asked of the file system is told from what it would be told today.
struct InputListTests {
  /// Asks everything of a small folder, as a run would.
  private func inputs(_ folder: TemporaryFolder) throws -> InputList {
    let trace = FileTrace()
    trace.record {
      _ = try? FileSystem.read(folder.path + "/a.md")
      _ = try? FileSystem.read(folder.path + "/missing.md")
      _ = try? FileSystem.list(folder.path + "/sub")
      _ = FileSystem.kind(of: folder.path + "/sub/b.md")
      _ = FileSystem.isThere(folder.path + "/link")
      _ = FileSystem.realPath(folder.path + "/link")
      // What threads ask that the run starts is the run's, too.
      Parallel.forEach(count: 4, jobs: 2) { [path = folder.path] in _ = try? FileSystem.read("\(path)/c\($0).md") }
    }
    return try #require(InputList(trace))
  }

  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder(["a.md": "a", "sub/b.md": "b", "c1.md": "c"])
    try folder.link("link", to: "a.md")
    return folder
  }

  private func isSame(_ inputs: InputList, _ trust: InputList.Trust) throws -> Bool {
    var inputs = InputList(inputs.bytes[...])
    if case .changed = try inputs.compare(trusting: trust) { return false }
    return true
  }

  private static let changes: [(String, @Sendable (TemporaryFolder) throws -> Void)] = [
    ("content", { try $0.write(Array("b".utf8), to: "a.md") }),
    ("a file that was missing", { try $0.write([], to: "missing.md") }),
    ("a name in a folder", { try $0.write([], to: "sub/new.md") }),
    (
      "a kind",
      { folder in
        try FileSystem.remove(folder.path + "/sub/b.md")
        try FileSystem.createFolder(folder.path + "/sub/b.md")
      }
    ),
    (
      "a link",
      { folder in
        try FileSystem.remove(folder.path + "/link")
        try folder.link("link", to: "c1.md")
      }
    ),
    ("a file that a thread read", { try $0.write(Array("d".utf8), to: "c1.md") }),
    ("a file that a thread missed", { try $0.write([], to: "c2.md") }),
  ]

  @Test(arguments: changes.indices, InputList.Trust.allCases)
  func seesChanges(index: Int, trust: InputList.Trust) throws {
    let folder = try folder()
    let inputs = try inputs(folder)
    #expect(try isSame(inputs, trust))
    try Self.changes[index].1(folder)
    #expect(try !isSame(inputs, trust), "\(Self.changes[index].0)")
  }

  @Test func seesWhatChangedWhileItWasRead() throws {
    let folder = try folder()
    let trace = FileTrace()
    try trace.record {
      _ = try FileSystem.read(folder.path + "/a.md")
      try folder.write(Array("other".utf8), to: "a.md")
      _ = try FileSystem.read(folder.path + "/a.md")
    }
    #expect(InputList(trace) == nil)
  }

  /// What cannot be read may be the user's to read the next time.
  @Test func doubtsWhatCannotBeRead() throws {
    let folder = try folder()
    let trace = FileTrace()
    trace.record { _ = try? FileSystem.read(folder.path + "/sub") }
    #expect(InputList(trace) == nil)
  }

  @Test func passesOverWhatTheRunMakes() throws {
    let folder = try folder()
    let trace = FileTrace()
    trace.ignore(folder.path + "/sub")
    trace.record { _ = FileSystem.kind(of: folder.path + "/sub/b.md") }
    #expect(InputList(trace)?.bytes.isEmpty == true)
  }

  @Test func refusesDamage() throws {
    let inputs = try inputs(try folder())
    for index in inputs.bytes.indices {
      var bytes = inputs.bytes
      bytes[index] ^= 0x81
      var damaged = InputList(bytes[...])
      // The program goes on, whatever it is told.
      _ = try? damaged.compare(trusting: .times)
      var short = InputList(inputs.bytes[..<index])
      _ = try? short.compare(trusting: .times)
    }
  }

  @Test func isSettledWhenTheClockHasGoneOn() throws {
    let folder = try folder()
    let stamp = try #require(FileStamp(path: folder.path + "/a.md"))
    #expect(!stamp.isSettled(at: FileStamp.now))
    #expect(stamp.isSettled(at: FileStamp.now + 3_000_000_000))
    #expect(FileStamp(path: folder.path + "/missing.md") == nil)
  }
}
