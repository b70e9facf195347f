import DocgenSupport

/// A command that knows what came out when it was asked the same before, and does the work only where that may have
/// changed.
///
/// What a run asks of the file system is noted with the answers. When all of them are the same again, so is what the run
/// writes, which is kept, too. What cannot be asked again makes a run that is not kept; nor is one that failed.
struct RememberedRun {
  private let file: StateFile
  /// The notes, unless another run works with them.
  private let notesFile: StateFile?
  private let path: String
  private let identity: RunIdentity
  private let trust: InputList.Trust
  /// Tells whether what the run made is as it left it; `nil` if that is not there. Empty where it only writes text.
  private let seal: () -> [UInt8]?

  /// Finds what is kept of a run.
  ///
  /// - Parameters:
  ///   - command: The name of the command.
  ///   - arguments: What the user wants of it.
  ///   - options: What the user wants to be kept.
  ///   - folder: The folder where it is kept.
  ///   - name: The name of the file; `nil` for one for each way to call the command.
  ///   - outputKeys: The keys of the options that say no more than how something is written.
  ///   - console: Where the command writes to.
  ///   - seal: Tells whether what the run makes is as it left it.
  ///
  /// It is `nil` if nothing can be kept now, as another run is about it.
  init?(
    _ command: String, _ arguments: ParsedArguments, _ options: CacheOptions, in folder: String, name: String? = nil,
    writtenBy outputKeys: Set<String>, _ console: Console, seal: @escaping () -> [UInt8]? = { [] }
  ) {
    trust = options.trust(in: console.environment)
    guard let identity = RunIdentity(command, arguments, writtenBy: outputKeys, console, trusting: trust) else {
      return nil
    }
    path = folder + "/" + command + "-" + (name ?? identity.name)
    guard let file = StateFile(path) else { return nil }
    self.file = file
    notesFile = StateFile("\(folder)/\(command)-\(name ?? identity.workName).notes")
    self.identity = identity
    self.seal = seal
    if name == nil { Self.limit(command, in: folder, sparing: identity.name) }
  }

  /// Runs the command, or writes what it wrote before.
  ///
  /// - Parameters:
  ///   - console: Where it writes to.
  ///   - resultFile: The file that the result goes to; `nil` for standard output.
  ///   - body: The command.
  /// - Returns: How it ended.
  /// - Throws: What the command throws.
  func run(
    on console: Console, resultFile: String? = nil,
    _ body: (Console, RunNotes) throws(CommandFailure) -> ExitStatus
  ) throws(CommandFailure) -> ExitStatus {
    if let state = known(), let status = try replay(state, on: console, resultFile: resultFile) { return status }
    let notes = self.notes
    guard let copy = try? OutputCopy(resultPath) else { return try body(console, notes) }
    console.output.flush()
    var heard = console
    let listener = Console.MessageListener()
    heard.listener = listener
    console.output.copy = copy
    let trace = FileTrace()
    if let resultFile { trace.ignore(resultFile) }
    let status: ExitStatus
    do throws(CommandFailure) {
      status = try trace.record { () throws(CommandFailure) in try body(heard, notes) }
    } catch {
      console.output.copy = nil
      throw error
    }
    console.output.flush()
    console.output.copy = nil
    keep(status, listener, copy, trace, notes)
    return status
  }

  // MARK: Keeping

  private var resultPath: String { path + ".result" }

  private func keep(
    _ status: ExitStatus, _ listener: Console.MessageListener, _ copy: OutputCopy, _ trace: FileTrace,
    _ notes: RunNotes
  ) {
    guard status == .success || status == .findings, let inputs = InputList(trace), let seal = seal(), copy.finish()
    else { return }
    let state = RunState(
      identity: identity.bytes, status: status,
      said: listener.messages.map { RunState.Said(offset: $0.offset, text: Array($0.text.utf8)) },
      result: copy.digests, inputs: inputs, seal: seal)
    // Without it, the next run does the work.
    try? file.write(state.bytes)
    if !notes.next.isEmpty { try? notesFile?.write(pieces: notes.pieces(of: identity.work, seal, inputs)) }
  }

  /// The most ways to call a command of which something is kept, as findings of large projects are large.
  private static let mostNames = 6

  /// Removes what is kept of the calls that are the longest ago.
  private static func limit(_ command: String, in folder: String, sparing name: String) {
    let files = ((try? FileSystem.list(folder)) ?? []).map(\.name).filter { $0.hasPrefix(command + "-") }
    let names = Set(files.map { String($0.prefix(command.utf8.count + 17)) }).subtracting([command + "-" + name])
    let ages = names.map { name in
      let times = files.filter { $0.hasPrefix(name) }.compactMap { FileStamp(path: folder + "/" + $0)?.modification }
      return (name, times.max() ?? 0)
    }
    for (name, _) in ages.sorted(by: { ($1.1, $1.0) < ($0.1, $0.0) }).dropFirst(mostNames - 1) {
      for file in files where file.hasPrefix(name) { try? FileSystem.remove(folder + "/" + file) }
    }
  }

  // MARK: Using

  /// What is kept of the run, where all is as it was.
  private func known() -> RunState? {
    guard let bytes = file.read(), var state = RunState(bytes), state.identity == identity.bytes,
      let comparison = try? state.inputs.compare(trusting: trust)
    else { return nil }
    if case .changed = comparison { return nil }
    guard seal() == state.seal else { return nil }
    if case .renewed = comparison { try? file.write(state.bytes) }
    return state
  }

  /// What the run before left for this one.
  private var notes: RunNotes {
    guard let bytes = notesFile?.read() else { return RunNotes(trusting: trust) }
    return RunNotes(bytes, of: identity.work, seal(), trusting: trust)
  }

  /// Writes what the run wrote; `nil` if that is damaged, and nothing was written.
  private func replay(
    _ state: RunState, on console: Console, resultFile: String?
  ) throws(CommandFailure) -> ExitStatus? {
    guard OutputCopy.forEachPiece(of: resultPath, state.result, { _ in }) else { return nil }
    var offset = 0
    var said = state.said[...]
    func say(upTo offset: Int) {
      while let next = said.first, next.offset <= offset {
        console.output.flush()
        console.errorOutput.write(next.text)
        console.errorOutput.flush()
        said.removeFirst()
      }
    }
    func write(to output: Output) {
      _ = OutputCopy.forEachPiece(of: resultPath, state.result) { piece in
        var rest = piece[...]
        while let next = said.first, next.offset < offset + rest.count {
          let part = rest.prefix(max(0, next.offset - offset))
          output.write(Array(part))
          offset += part.count
          rest = rest.dropFirst(part.count)
          say(upTo: offset)
        }
        output.write(Array(rest))
        offset += rest.count
      }
    }
    if let resultFile {
      try OutputFile.write(resultFile) { write(to: $0) }
    } else {
      write(to: console.output)
    }
    say(upTo: .max)
    return state.status
  }
}
