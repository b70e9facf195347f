import DocgenModel
import DocgenSupport
import Synchronization

/// Writes the files of a site into a folder.
struct SiteWriter: Sendable {
  let site: SiteContext
  let folder: String
  let failure = FirstFailure()

  init(_ site: SiteContext, folder: String) {
    self.site = site
    self.folder = folder
  }

  /// What went wrong first; work that has not begun by then is left out.
  final class FirstFailure: Sendable {
    private let error = Mutex<SiteError?>(nil)
    private let isSet = Atomic<Bool>(false)

    var hasFailed: Bool { isSet.load(ordering: .relaxed) }

    func set(_ new: SiteError) {
      error.withLock { if $0 == nil { $0 = new } }
      isSet.store(true, ordering: .relaxed)
    }

    func check() throws(SiteError) {
      if let error = error.withLock({ $0 }) { throw error }
    }
  }

  /// A file of the site that is no page of the content.
  struct ExtraPage: Sendable {
    var path: String
    var render: @Sendable () throws(TemplateError) -> [UInt8]
  }

  func path(_ locale: Int, _ file: String) -> String {
    folder + "/" + site.catalog.locales[locale] + "/" + file
  }

  func createFolder(_ path: String) throws(SiteError) {
    do throws(FileError) {
      try FileSystem.createFolder(path)
    } catch {
      throw .file(error)
    }
  }

  /// Renders pages and writes them, as many at a time as there are threads.
  ///
  /// - Returns: The number of pages.
  /// - Throws: The first error that happened.
  func write(_ pages: [ExtraPage]) throws(SiteError) -> Int {
    Parallel.forEach(count: pages.count, jobs: site.settings.jobs) { index in
      if failure.hasFailed { return }
      do {
        try FileSystem.write(try pages[index].render(), to: pages[index].path)
      } catch {
        failure.set(Self.siteError(error))
      }
    }
    try failure.check()
    return pages.count
  }

  /// Writes files below the root of the site.
  func write(_ files: [SiteFile]) throws(SiteError) -> Int {
    do throws(FileError) {
      for file in files {
        try FileSystem.createFolder(String((folder + "/" + SitePaths.folder(of: file.path)).dropLast()))
        try FileSystem.write(file.bytes, to: folder + "/" + file.path)
      }
    } catch {
      throw .file(error)
    }
    return files.count
  }

  static func siteError(_ error: any Error) -> SiteError {
    switch error {
    case let error as TemplateError: .template(error)
    case let error as FileError: .file(error)
    default: .refused("\(error)")
    }
  }
}
