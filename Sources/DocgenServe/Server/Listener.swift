import DocgenSupport
import Glibc

/// A socket that connections come to.
package final class Listener: Sendable {
  let descriptor: Int32
  /// The port, which is another than the wanted one where that is taken.
  package let port: Int

  /// So many ports are tried, one after the other.
  private static let tries = 100

  /// Listens at a port, or at the next one that is free.
  ///
  /// - Parameters:
  ///   - host: The address of one of this machine's networks, or its name.
  ///   - port: The first port to try; 0 for any that is free.
  /// - Throws: That there is no such address, that no port is free, or that the user may take none.
  package init(host: String, port: Int) throws(FileError) {
    var hints = addrinfo()
    hints.ai_flags = AI_PASSIVE | AI_NUMERICSERV
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    var list: UnsafeMutablePointer<addrinfo>?
    var last = port
    while true {
      let status = getaddrinfo(host, String(last), &hints, &list)
      guard status == 0, let address = list else {
        throw FileError(operation: "listen at", path: host, code: EINVAL, reason: String(cString: gai_strerror(status)))
      }
      defer { freeaddrinfo(list) }
      let descriptor = Self.open(address.pointee)
      if descriptor >= 0 {
        self.descriptor = descriptor
        self.port = Self.port(of: descriptor) ?? last
        return
      }
      guard errno == EADDRINUSE, port != 0, last < min(port + Self.tries, 65_535) else {
        throw FileError(operation: "listen at", path: "\(host):\(last)")
      }
      last += 1
    }
  }

  deinit { close(descriptor) }

  /// Opens the socket; negative with `errno` where it cannot.
  private static func open(_ address: addrinfo) -> Int32 {
    let descriptor = socket(address.ai_family, address.ai_socktype, address.ai_protocol)
    guard descriptor >= 0 else { return -1 }
    var isOn: Int32 = 1
    // The port of a run that has just ended is free, although some of its connections linger.
    setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &isOn, socklen_t(MemoryLayout<Int32>.size))
    Connection.prepare(descriptor)
    guard bind(descriptor, address.ai_addr, address.ai_addrlen) == 0, listen(descriptor, 128) == 0 else {
      let code = errno
      close(descriptor)
      errno = code
      return -1
    }
    return descriptor
  }

  private static func port(of descriptor: Int32) -> Int? {
    var address = sockaddr_storage()
    var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
    let status = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(descriptor, $0, &length) }
    }
    guard status == 0 else { return nil }
    // The port stands at the same place in the addresses of both versions of IP.
    return withUnsafeBytes(of: &address) { Int($0[2]) << 8 | Int($0[3]) }
  }
}
