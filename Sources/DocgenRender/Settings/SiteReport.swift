import DocgenSupport

/// What a build made, and what it found on the way.
package struct SiteReport: Sendable {
  /// The pages of the content, over all locales.
  package var pages = 0
  /// The pages that are shown in another language than their locale's.
  package var fallbackPages = 0
  /// All files of the site.
  package var files = 0
  /// Links that lead nowhere, shown as text.
  package var missingLinks = 0
  /// Links to pages of the content that are not on the site, shown as text.
  package var unpublishedLinks = 0
  /// Images without a file, shown as their text.
  package var missingImages = 0
  /// Folders, tables of contents, images and pages that could not be read.
  package var unreadable: [FileError] = []
  /// In which files the site differs from the one of before; `nil` if nobody asked.
  package var changes: SiteChanges?
  /// What is wrong with tables of contents and redirects.
  package var problems: [FileProblem] = []
}

/// Why a site was not built; the site of before is still there.
package enum SiteError: Error, CustomStringConvertible {
  /// A call to the operating system failed.
  case file(FileError)
  /// A template is wrong.
  case template(TemplateError)
  /// The output folder is not one that may be replaced.
  case refused(String)

  /// What to tell the user.
  package var description: String {
    switch self {
    case .file(let error): error.description
    case .template(let error): "\(error)"
    case .refused(let message): message
    }
  }
}
