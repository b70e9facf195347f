import DocgenModel
import DocgenSupport
import Glibc
import Synchronization

/// Writes the files of a site into a folder.
struct SiteWriter: Sendable {
  let site: SiteContext
  let folder: String
  let failure = FirstFailure()
  /// The site that stands, whose files are taken over where they are the same; `nil` if all are written.
  let standing: StandingSite?
  /// The pages of the content that stand in another folder; `nil` if they are written into this one.
  let pages: StandingPages?

  init(
    _ site: SiteContext, folder: String, standing: StandingSite? = nil, pages: StandingPages? = nil
  ) {
    self.site = site
    self.folder = folder
    self.standing = standing
    self.pages = pages
  }

  /// Writes a file of the site.
  func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    if let standing {
      // What comes out the same stays the same file with its times, so that tools that copy sites send only what changed.
      let file = String(decoding: path.utf8.dropFirst(folder.utf8.count + 1), as: UTF8.self)
      if standing.holds(bytes, at: file), standing.link(file, as: path) { return }
      // What is written must not go into a file that the standing site has, too.
      unlink(path)
    }
    try FileSystem.write(bytes, to: path)
  }

  /// Takes over a file of the site that stands, by its path below the folder of a locale; false where it cannot be.
  func takeOver(_ locale: Int, _ file: String) -> Bool {
    standing?.link(site.catalog.locales[locale] + "/" + file, as: path(locale, file)) ?? false
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
    /// The folder that the paths of its files count from.
    let folder: String
    let files: @Sendable () throws(TemplateError) -> [PageParts.File]

    /// A page that is one file.
    init(path: String, render: @escaping @Sendable () throws(TemplateError) -> [UInt8]) {
      folder = ""
      files = { () throws(TemplateError) in [PageParts.File(path: path, bytes: try render())] }
    }

    /// A page that may be several files.
    init(below folder: String, files: @escaping @Sendable () throws(TemplateError) -> [PageParts.File]) {
      self.folder = folder
      self.files = files
    }
  }

  func path(_ locale: Int, _ file: String) -> String {
    folder + "/" + site.catalog.locales[locale] + "/" + file
  }

  func createFolder(_ path: String) throws(SiteError) {
    do throws(FileError) {
      Interruption.stopIfEnding()
      try FileSystem.createFolder(path)
    } catch {
      throw .file(error)
    }
  }

  /// Renders pages and writes them, as many at a time as there are threads.
  ///
  /// - Returns: The number of files.
  /// - Throws: The first error that happened.
  func write(_ pages: [ExtraPage]) throws(SiteError) -> Int {
    let counts = Parallel.map(count: pages.count, jobs: site.settings.jobs) { index -> Int in
      if failure.hasFailed { return 0 }
      do {
        let files = try pages[index].files()
        for file in files { try write(file.bytes, to: pages[index].folder + file.path) }
        return files.count
      } catch {
        failure.set(Self.siteError(error))
        return 0
      }
    }
    try failure.check()
    return counts.reduce(0, +)
  }

  /// Writes files below the root of the site.
  func write(_ files: [SiteFile]) throws(SiteError) -> Int {
    do throws(FileError) {
      for file in files {
        // Once a signal removes the folder, it is not to be made anew.
        Interruption.stopIfEnding()
        try FileSystem.createFolder(String((folder + "/" + SitePaths.folder(of: file.path)).dropLast()))
        try write(file.bytes, to: folder + "/" + file.path)
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
