import DocgenModel
import Synchronization

/// The files that one page offers to readers.
final class PageOffers: Sendable {
  private let found = Mutex<[SiteImages.Image]>([])

  /// Each once, in the order of the page.
  var files: [SiteImages.Image] { found.withLock { $0 } }

  func add(_ file: SiteImages.Image) {
    found.withLock { if !$0.contains(file) { $0.append(file) } }
  }
}
