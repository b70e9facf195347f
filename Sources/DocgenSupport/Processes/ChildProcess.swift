import CDocgen
import Glibc

/// A program that runs as a child of this one and is talked to through pipes.
///
/// It is for one thread at a time.
public struct ChildProcess: ~Copyable {
  private var child = docgen_child(pid: -1, input: -1, output: -1, messages: -1)
  /// Ends the child when a signal ends this program.
  private let token: Interruption.Token
  /// What was received and not yet taken is a part of the buffer.
  private var buffer = [UInt8](repeating: 0, count: 1 << 16)
  private var position = 0
  private var limit = 0

  /// Starts a program that is found in `PATH`.
  ///
  /// - Throws: ``ProcessError/notFound`` or the system's reason.
  public init(_ arguments: [String]) throws(ProcessError) {
    // What it reads is not known.
    FileTrace.current?.doubt()
    var pointers: [UnsafePointer<CChar>?] = arguments.map { UnsafePointer(strdup($0)) }
    pointers.append(nil)
    let code = docgen_spawn(pointers, &child)
    for pointer in pointers { free(UnsafeMutableRawPointer(mutating: pointer)) }
    let pid = child.pid
    token = Interruption.register { if code == 0 { kill(pid, SIGTERM) } }
    guard code == 0 else {
      Interruption.release(token)
      child.pid = -1
      throw code == ENOENT ? .notFound(arguments.first ?? "") : .ended(String(cString: strerror(code)))
    }
  }

  deinit {
    guard child.pid > 0 else { return }
    closeInput(child.input)
    close(child.output)
    _ = Self.wait(for: child.pid, token)
    close(child.messages)
  }

  private static func wait(for pid: pid_t, _ token: Interruption.Token) -> Int32 {
    docgen_await(pid)
    // Its number may be another's as soon as it was waited for.
    Interruption.release(token)
    return docgen_wait(pid)
  }

  private func closeInput(_ descriptor: Int32) { if descriptor >= 0 { close(descriptor) } }

  /// Sends bytes; false when the child no longer listens.
  public func send(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress else { return true }
      var sent = 0
      while sent < buffer.count {
        let count = docgen_send(child.input, base + sent, buffer.count - sent)
        if count < 0 {
          if errno == EINTR { continue }
          return false
        }
        sent += count
      }
      return true
    }
  }

  /// The next line without its end; `nil` when the child has ended.
  public mutating func readLine() -> [UInt8]? {
    var searched = 0
    while true {
      if let lineEnd = buffer[position + searched..<limit].firstIndex(of: 0x0A) {
        defer { position = lineEnd + 1 }
        return Array(buffer[position..<lineEnd])
      }
      searched = limit - position
      guard receive(atLeast: 1) else { return nil }
    }
  }

  /// The next bytes; `nil` when the child ends before.
  public mutating func read(_ count: Int) -> [UInt8]? {
    let available = limit - position
    if available < count, !receive(atLeast: count - available) { return nil }
    defer { position += count }
    return Array(buffer[position..<position + count])
  }

  /// All that the child still writes.
  public mutating func readToEnd() -> [UInt8] {
    while receive(atLeast: 1) {}
    defer { position = limit }
    return Array(buffer[position..<limit])
  }

  /// Ends the child at once.
  public borrowing func end() { kill(child.pid, SIGKILL) }

  /// Waits for the child to end.
  ///
  /// - Returns: Its exit status, and what it wrote to standard error.
  public consuming func finish() -> (status: Int32, messages: String) {
    close(child.input)
    close(child.output)
    child.input = -1
    child.output = -1
    let status = Self.wait(for: child.pid, token)
    child.pid = -1
    let messages = Self.content(of: child.messages)
    close(child.messages)
    return (status, messages)
  }

  /// Receives at least so many bytes more.
  private mutating func receive(atLeast wanted: Int) -> Bool {
    if position > 0 {
      buffer.withUnsafeMutableBytes { $0.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[position..<limit])) }
      limit -= position
      position = 0
    }
    if buffer.count < limit + wanted {
      buffer.append(contentsOf: repeatElement(0, count: max(limit + wanted, buffer.count * 2) - buffer.count))
    }
    let goal = limit + wanted
    var end = limit
    buffer.withUnsafeMutableBytes { buffer in
      guard let base = buffer.baseAddress else { return }
      while end < goal {
        let count = Glibc.read(child.output, base + end, buffer.count - end)
        if count < 0, errno == EINTR { continue }
        if count <= 0 { break }
        end += count
      }
    }
    limit = end
    return end >= goal
  }

  private static func content(of descriptor: Int32) -> String {
    guard descriptor >= 0, lseek(descriptor, 0, SEEK_SET) == 0 else { return "" }
    var text: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = Glibc.read(descriptor, &part, part.count)
      if count <= 0 { return String(decoding: text, as: UTF8.self) }
      text += part[..<count]
    }
  }
}

/// Why a program could not be run to its end.
public enum ProcessError: Error {
  /// There is no program of this name.
  case notFound(String)
  /// It ended, or could not start; with its own words or the system's.
  case ended(String)
}
