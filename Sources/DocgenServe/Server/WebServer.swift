import CDocgen
import DocgenSupport
import Glibc
import Synchronization

/// A small HTTP server for one person: it answers from one thread, which waits for no client.
///
/// Why not a library of the system: libmicrohttpd cannot be linked without GnuTLS; CivetWeb has no static library in
/// Debian, and takes a thread for each page that waits for events; the server of libevent 2.1 bounds neither the time of a
/// whole request nor the number of connections, and takes heads that the standard forbids.
package final class WebServer: Sendable {
  /// Answers a request; called on the thread of the server, so that it must not wait.
  package typealias Handler = @Sendable (HTTPRequest) -> HTTPResponse
  /// Makes the events for a page that is open, by the request that it asked for events with.
  package typealias Announcement = @Sendable (HTTPRequest) -> [ServerEvent]

  /// So many clients at a time; a browser takes six for all of its pages.
  private static let connectionLimit = 250

  private let listener: Listener
  private let hosts: HostNames
  private let handler: Handler
  private let announcements = Mutex<[Announcement]>([])
  private let isStopped = Atomic<Bool>(false)
  /// Ends of a pipe; a byte in it wakes the thread.
  private let wake: (read: Int32, write: Int32)
  private let thread = Mutex<pthread_t?>(nil)

  /// Makes a server, which answers when it is started.
  ///
  /// - Parameters:
  ///   - listener: Where it listens.
  ///   - hosts: Under which names.
  ///   - handler: What it answers.
  /// - Throws: That the system gives no pipe.
  package init(_ listener: Listener, hosts: HostNames, handler: @escaping Handler) throws(FileError) {
    self.listener = listener
    self.hosts = hosts
    self.handler = handler
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw FileError(operation: "make", path: "a pipe") }
    wake = (ends[0], ends[1])
    for end in ends { Connection.prepare(end) }
  }

  deinit {
    close(wake.read)
    close(wake.write)
  }

  /// Begins to answer.
  package func start() throws(FileError) {
    var thread = pthread_t()
    let context = Unmanaged.passRetained(self)
    let code = docgen_start_thread(
      &thread, 1 << 20,
      { context in
        if let context { Unmanaged<WebServer>.fromOpaque(context).takeRetainedValue().run() }
        return nil
      }, context.toOpaque())
    guard code == 0 else {
      context.release()
      throw FileError(operation: "start", path: "a thread", code: code)
    }
    self.thread.withLock { $0 = thread }
  }

  /// Ends all connections.
  package func stop() {
    isStopped.store(true, ordering: .releasing)
    signal()
    if let thread = thread.withLock({ $0.take() }) { pthread_join(thread, nil) }
  }

  /// Tells all pages that are open something; returns at once.
  package func announce(_ announcement: @escaping Announcement) {
    announcements.withLock { $0.append(announcement) }
    signal()
  }

  private func signal() {
    var byte: UInt8 = 0
    // A pipe that is full wakes the thread as well.
    _ = write(wake.write, &byte, 1)
  }

  // MARK: The thread

  private func run() {
    var connections: [Connection] = []
    while !isStopped.load(ordering: .acquiring) {
      var requests = [
        pollfd(fd: wake.read, events: Int16(POLLIN), revents: 0),
        pollfd(fd: listener.descriptor, events: Int16(POLLIN), revents: 0),
      ]
      requests += connections.map { pollfd(fd: $0.descriptor, events: $0.interest, revents: 0) }
      let nearest = connections.map(\.deadline).min() ?? .max
      poll(&requests, nfds_t(requests.count), Int32(clamping: max(0, nearest - Self.now)))
      let now = Self.now
      for (connection, request) in zip(connections, requests.dropFirst(2)) where request.revents != 0 {
        connection.advance(request.revents, now: now, answer)
      }
      if requests[0].revents != 0 { tell(connections, now) }
      for connection in connections where connection.deadline <= now && !connection.isClosed {
        connection.expire(now: now)
      }
      connections.removeAll(where: \.isClosed)
      if requests[1].revents != 0 { accept(into: &connections, now) }
    }
  }

  private func answer(_ request: HTTPRequest) -> HTTPResponse {
    if let host = request.host, !hosts.contain(host) {
      return .plain(.misdirectedRequest, "This server does not answer for another host.")
    }
    return handler(request)
  }

  private func tell(_ connections: [Connection], _ now: Int) {
    var buffer = [UInt8](repeating: 0, count: 64)
    while read(wake.read, &buffer, buffer.count) > 0 {}
    for announcement in announcements.withLock({ waiting in
      defer { waiting = [] }
      return waiting
    }) {
      for connection in connections {
        guard let request = connection.eventRequest else { continue }
        for event in announcement(request) { connection.send(event, now: now) }
      }
    }
  }

  private func accept(into connections: inout [Connection], _ now: Int) {
    while true {
      let descriptor = Glibc.accept(listener.descriptor, nil, nil)
      // Where the process has no descriptor left, that of a client which is gone frees one soon.
      guard descriptor >= 0 else {
        if errno == EMFILE || errno == ENFILE { usleep(10_000) }
        return
      }
      let connection = Connection(descriptor, now: now)
      if connections.count >= Self.connectionLimit {
        connection.refuse(.unavailable, now)
      } else {
        connections.append(connection)
      }
    }
  }

  private static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}
