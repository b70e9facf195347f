extension SiteReport {
  /// Counts a page with all that was made of it.
  mutating func add(_ summary: PageSummary) {
    pages += summary.pages
    fallbackPages += summary.fallbackPages
    missingLinks += summary.missingLinks
    unpublishedLinks += summary.unpublishedLinks
    missingImages += summary.missingImages
    unreadable += summary.unreadable
    files += summary.files
  }
}
