import DocgenSupport
import DocgenTestSupport
import Testing

@Suite struct SealedFileTests {
  private static let file = SealedFile(kind: "test")

  /// What a file is refused for, in one word.
  private static func refusal(of path: String, as file: SealedFile = file) -> String? {
    do throws(SealedFile.Failure) {
      _ = try file.read(path)
      return nil
    } catch {
      switch error {
      case .unreadable: return "unreadable"
      case .other: return "other"
      case .otherForm: return "form"
      case .damaged: return "damaged"
      }
    }
  }

  @Test func readsWhatWasWritten() throws {
    let folder = try TemporaryFolder(["file": "before"])
    let path = folder.path + "/file"
    for content in [[], [7], [UInt8](repeating: 3, count: 100_000)] as [[UInt8]] {
      try Self.file.write(content, to: path)
      #expect(try Array(Self.file.read(path)) == content)
    }
    #expect(try FileSystem.list(folder.path).map(\.name) == ["file"])
  }

  /// Not one changed byte passes, nor one that is missing.
  @Test func refusesAllElse() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/file"
    try Self.file.write(Array("content".utf8), to: path)
    let bytes = try FileSystem.read(path)
    for index in bytes.indices {
      var changed = bytes
      changed[index] ^= 1
      try FileSystem.write(changed, to: path)
      #expect(Self.refusal(of: path) != nil, "byte \(index)")
    }
    for count in bytes.indices {
      try FileSystem.write(Array(bytes[..<count]), to: path)
      #expect(Self.refusal(of: path) != nil, "\(count) bytes")
    }
    try FileSystem.write(bytes + [0], to: path)
    #expect(Self.refusal(of: path) == "damaged")
    try FileSystem.write(bytes, to: path)
    #expect(Self.refusal(of: path, as: SealedFile(kind: "tests")) == "other")
    try FileSystem.write(Array("docgen-test 9\n".utf8), to: path)
    #expect(Self.refusal(of: path) == "form")
    #expect(Self.refusal(of: path + "-gone") == "unreadable")
  }

  /// What is told by another machine is told in the same words.
  @Test func keepsErrorsAndReasons() throws {
    let errors = [
      FileError(operation: "open", path: "a b", code: 2), FileError.tooLarge("c", limit: 1 << 20),
    ]
    let reasons: [SkippedEntry.Reason] =
      [
        .outside("a"), .hidden("b"), .missing("c"), .circle("d"), .above("e"), .repeated("f"), .invalidName, .tooLong,
        .tooDeep,
      ] + FileType.allCases.map { .special($0) }
    let problem = FileProblem(path: "toc.yml", position: SourcePosition(line: 3, column: 4), message: "wrong")
    var writer = StateWriter()
    writer.write(errors) { $1.write(to: &$0) }
    writer.write(reasons) { $1.write(to: &$0) }
    problem.write(to: &writer)
    var reader = StateReader(writer.bytes[...])
    let read = try reader.list { reader throws(StateReader.Damage) in try FileError(&reader) }
    #expect(read.map(\.description) == errors.map(\.description))
    #expect(read.map(\.isTooLarge) == [false, true])
    #expect(try reader.list { reader throws(StateReader.Damage) in try SkippedEntry.Reason(&reader) } == reasons)
    #expect(try FileProblem(&reader) == problem)
    #expect(reader.isAtEnd)
  }
}
