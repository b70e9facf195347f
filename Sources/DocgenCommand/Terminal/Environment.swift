import Glibc

/// The variables that a process is started with.
struct Environment: Sendable {
  private let value: @Sendable (String) -> String?

  /// Variables that are given, in place of the process's own.
  init(_ variables: [String: String] = [:]) {
    value = { variables[$0] }
  }

  private init(value: @escaping @Sendable (String) -> String?) {
    self.value = value
  }

  /// The variables of this process.
  static let process = Environment(value: { name in getenv(name).map { String(cString: $0) } })

  /// The value of a variable; `nil` if it is not set or empty, which users take for the same.
  subscript(name: String) -> String? {
    guard let value = value(name), !value.isEmpty else { return nil }
    return value
  }
}
