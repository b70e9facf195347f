import DocgenSupport
import Glibc

/// Text on its way to a file descriptor, written in large pieces.
///
/// A reader that closes its end ends the output quietly; any other failure is kept for the end of the program.
final class Output {
  private static let pieceSize = 1 << 18

  private let descriptor: Int32?
  private let name: String
  private var buffer = ByteBuffer(capacity: Output.pieceSize + (1 << 13))
  /// What was written, where there is no descriptor.
  private(set) var collected: [UInt8] = []
  /// Nobody reads any longer; what is written from now on is dropped.
  private(set) var isClosed = false
  private(set) var failure: FileError?
  /// Takes all that is written as well.
  var copy: OutputCopy?

  /// - Parameters:
  ///   - descriptor: where the text goes; nothing to collect it.
  ///   - name: what messages call it.
  init(descriptor: Int32?, name: String = "standard output") {
    self.descriptor = descriptor
    self.name = name
  }

  func write(_ text: String) {
    buffer.append(text)
    flushIfLarge()
  }

  func write(_ text: ByteBuffer) { write(text.bytes) }

  func write(_ bytes: [UInt8]) {
    buffer.append(bytes)
    flushIfLarge()
  }

  /// Hands over all that was written so far.
  func flush() {
    defer { buffer.bytes.removeAll(keepingCapacity: true) }
    copy?.write(buffer.bytes)
    if isClosed { return }
    guard let descriptor else {
      collected += buffer.bytes
      return
    }
    buffer.bytes.withUnsafeBytes { bytes in
      var written = 0
      while written < bytes.count, !isClosed {
        let rest = UnsafeRawBufferPointer(rebasing: bytes[written...])
        let sent = Glibc.write(descriptor, rest.baseAddress, rest.count)
        if sent >= 0 { written += sent } else { handle(errno, of: descriptor) }
      }
    }
  }

  private func flushIfLarge() {
    if buffer.bytes.count >= Self.pieceSize { flush() }
  }

  private func handle(_ code: Int32, of descriptor: Int32) {
    switch code {
    case EINTR: return
    case EAGAIN:
      // A terminal or pipe that another program switched to not waiting.
      var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
      poll(&request, 1, -1)
    case EPIPE: isClosed = true
    default:
      isClosed = true
      failure = FileError(operation: "write to", path: name, code: code)
    }
  }
}
