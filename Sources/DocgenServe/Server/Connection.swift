import CDocgen
import Glibc

/// One client of a server; it belongs to the thread of the server, and never waits.
final class Connection {
  /// What is done with the connection.
  private enum Phase {
    /// A request is awaited or comes in.
    case reading
    /// An answer goes out; a next request is looked at when it has gone.
    case answering(keepsAlive: Bool)
    /// Events are sent when there are some.
    case events(HTTPRequest)
    /// All is said. What still comes is thrown away for a moment, since an answer that the client has not read is lost
    /// to it where the connection is closed on bytes that nobody read.
    case leaving
    case closed
  }

  /// Times in milliseconds.
  private static let requestTime = 10_000
  private static let idleTime = 60_000
  private static let answerTime = 30_000
  private static let leavingTime = 1_000
  /// What may wait to be sent to a page that takes no events.
  private static let eventLimit = 1 << 20

  let descriptor: Int32
  private(set) var deadline: Int
  private var phase = Phase.reading
  private var reader = RequestReader()
  private var output: [UInt8] = []
  private var sent = 0

  init(_ descriptor: Int32, now: Int) {
    self.descriptor = descriptor
    deadline = now + Self.requestTime
    Self.prepare(descriptor)
    // Events are short, and not to wait for more.
    var isOn: Int32 = 1
    setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &isOn, socklen_t(MemoryLayout<Int32>.size))
  }

  deinit { Glibc.close(descriptor) }

  /// Calls on a socket return at once, and programs that are started do not get it.
  static func prepare(_ descriptor: Int32) {
    _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
  }

  var isClosed: Bool { if case .closed = phase { true } else { false } }

  /// The request that events are sent for; `nil` if none are.
  var eventRequest: HTTPRequest? { if case .events(let request) = phase { request } else { nil } }

  /// What is waited for, as `poll` takes it.
  var interest: Int16 {
    switch phase {
    case .reading, .leaving: Int16(POLLIN)
    // While an answer goes out nothing is read: a client that sends on and on fills its own buffers.
    case .answering: Int16(POLLOUT)
    case .events: Int16(POLLIN) | (output.isEmpty ? 0 : Int16(POLLOUT))
    case .closed: 0
    }
  }

  // MARK: Steps

  /// Goes on after `poll` has told that something can be done.
  func advance(_ signals: Int16, now: Int, _ answer: (HTTPRequest) -> HTTPResponse) {
    if signals & Int16(POLLERR | POLLNVAL) != 0 { return close() }
    if signals & Int16(POLLIN | POLLHUP) != 0 { receive(now) }
    if signals & Int16(POLLOUT) != 0 { send(now) }
    // Requests may come many at a time; each is answered when the answer before has gone.
    while case .reading = phase {
      switch reader.next() {
      case .incomplete: return
      case .request(let request): respond(to: request, answer(request), now)
      case .refused(let status): refuse(status, now)
      }
    }
  }

  /// Sends an event, unless the client takes none of those before.
  func send(_ event: ServerEvent, now: Int) {
    guard case .events = phase else { return }
    if output.count - sent > Self.eventLimit { return close() }
    output += event.bytes
    send(now)
  }

  /// Ends what has taken too long.
  func expire(now: Int) {
    switch phase {
    case .reading: if reader.isEmpty { close() } else { refuse(.requestTimeout, now) }
    case .events:
      // A client that is gone shows when it is written to.
      if output.isEmpty {
        output = ServerEvent.comment
        send(now)
      } else {
        close()
      }
    case .answering, .leaving, .closed: close()
    }
  }

  /// Answers what is no request, or one too many, and ends the connection.
  func refuse(_ status: HTTPStatus, _ now: Int) {
    var response = HTTPResponse.plain(status, "\(status.reason)")
    if status == .methodNotAllowed { response.fields.append(("Allow", "GET, HEAD")) }
    start(response.bytes(isHead: false, keepsAlive: false), .answering(keepsAlive: false), now)
  }

  private func respond(to request: HTTPRequest, _ response: HTTPResponse, _ now: Int) {
    let isHead = request.method == .head
    var next = Phase.answering(keepsAlive: request.keepsAlive)
    if case .events = response.body { next = isHead ? .answering(keepsAlive: false) : .events(request) }
    start(response.bytes(isHead: isHead, keepsAlive: request.keepsAlive), next, now)
  }

  private func start(_ bytes: [UInt8], _ phase: Phase, _ now: Int) {
    (output, sent, self.phase) = (bytes, 0, phase)
    send(now)
  }

  private func send(_ now: Int) {
    while sent < output.count {
      let count = output.withUnsafeBytes { docgen_send(descriptor, $0.baseAddress.map { $0 + sent }, $0.count - sent) }
      if count < 0 {
        if errno == EINTR { continue }
        if errno != EAGAIN { return close() }
        // Only what moves buys time.
        if case .answering = phase, sent == 0 { deadline = now + Self.answerTime }
        return
      }
      sent += count
      deadline = now + Self.answerTime
    }
    (output, sent) = ([], 0)
    switch phase {
    case .answering(let keepsAlive):
      if keepsAlive {
        phase = .reading
        deadline = now + (reader.isEmpty ? Self.idleTime : Self.requestTime)
      } else {
        shutdown(descriptor, Int32(SHUT_WR))
        phase = .leaving
        deadline = now + Self.leavingTime
      }
    case .events: deadline = now + Self.answerTime / 2
    case .reading, .leaving, .closed: break
    }
  }

  private func receive(_ now: Int) {
    var buffer = [UInt8](repeating: 0, count: 1 << 14)
    let count = recv(descriptor, &buffer, buffer.count, 0)
    if count < 0 {
      if errno != EAGAIN, errno != EINTR { close() }
      return
    }
    if count == 0 { return close() }
    guard case .reading = phase else { return }
    // The time of a request is that of all of it, however slowly it comes.
    if reader.isEmpty { deadline = now + Self.requestTime }
    reader.append(buffer[..<count])
  }

  private func close() { phase = .closed }
}
