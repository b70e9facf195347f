/// What a page of the source language was at an earlier time, beside what it is today.
public enum PageRevision: Sendable {
  /// The content of today.
  case unchanged
  /// Another content; equal contents have equal ids.
  case changed(id: String, bytes: [UInt8])
  /// There was no such page at that time, under any name that is recognised.
  case absent
  /// The history does not reach there.
  case unknown
  /// The history cannot be read.
  case unavailable
}

/// The earlier contents of the pages of the source language.
public protocol PageRevisions: Sendable {
  /// Looks a page up as it was at a commit; it is asked from any thread.
  ///
  /// - Parameters:
  ///   - path: The page's path below the folder of the source language; case does not count.
  ///   - commit: The commit's id as a translation states it, of any form.
  ///   - today: The content of the page today; `nil` if the page is gone.
  ///   - translatedName: The name of the text that was translated, where the translation states it; see
  ///     ``ContentHashes/contains(_:)``.
  /// - Returns: What the page was.
  func revision(of path: String, at commit: String, today: ContentHashes?, translatedName: String?) -> PageRevision
}
