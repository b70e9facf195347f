import Glibc

/// What the system tells of a file without its content being read: it differs when the file was changed, in most cases.
public struct FileStamp: Equatable, Sendable {
  /// The number of bytes that ``init(_:)`` with a pointer reads.
  static let size = 32

  private let number: UInt64
  private let length: UInt64
  private let modified: UInt64
  private let changed: UInt64

  /// Takes it from what the system tells.
  public init(_ status: stat) {
    number = UInt64(status.st_ino)
    length = UInt64(bitPattern: Int64(status.st_size))
    modified = Self.nanoseconds(status.st_mtim)
    changed = Self.nanoseconds(status.st_ctim)
  }

  /// Asks the system of what stands at a path; `nil` if nothing does.
  public init?(path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    self.init(status)
  }

  /// Reads it where it was written; there must be as many bytes as it has.
  init(_ bytes: UnsafeRawPointer) {
    func value(_ index: Int) -> UInt64 {
      UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self))
    }
    (number, length, modified, changed) = (value(0), value(1), value(2), value(3))
  }

  /// Its bytes.
  public var bytes: [UInt8] {
    [number, length, modified, changed].flatMap { value in
      (0..<8).map { UInt8(truncatingIfNeeded: value >> UInt64(8 * $0)) }
    }
  }

  /// The bytes of what does not change by a further name of the file.
  public var contentBytes: ArraySlice<UInt8> { bytes.prefix(Self.size - 8) }

  /// Whether another change after a moment would show, for the clocks of file systems are coarse.
  ///
  /// A file that was changed just before the moment may be changed once more without a new time.
  public func isSettled(at moment: UInt64) -> Bool { max(modified, changed) &+ Self.granularity < moment }

  /// The coarsest clock of a file system that is in use, in nanoseconds.
  private static let granularity: UInt64 = 2_000_000_000

  /// When the content was changed, in nanoseconds.
  public var modification: UInt64 { modified }

  /// The time of the system as file systems have it, in nanoseconds.
  public static var now: UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return nanoseconds(time)
  }

  private static func nanoseconds(_ time: timespec) -> UInt64 {
    UInt64(bitPattern: Int64(time.tv_sec)) &* 1_000_000_000 &+ UInt64(bitPattern: Int64(time.tv_nsec))
  }
}
