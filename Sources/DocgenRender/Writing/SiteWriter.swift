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
  /// Where it is noted which of its files stay; `nil` if they get a name in the folder at once.
  let update: SiteUpdate?
  /// The pages of the content that stand in another folder; `nil` if they are written into this one.
  let pages: StandingPages?

  /// Where the files are noted that are written; `nil` if nobody asks.
  var files: WrittenFiles?

  init(
    _ site: SiteContext, folder: String, standing: StandingSite? = nil, update: SiteUpdate? = nil,
    pages: StandingPages? = nil
  ) {
    self.site = site
    self.folder = folder
    self.standing = standing
    self.update = update
    self.pages = pages
  }

  /// Writes a file of the site.
  func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    files?.add(relativePath(path))
    if let standing {
      // What comes out the same stays the same file with its times, so that tools that copy sites send only what changed.
      let file = relativePath(path)
      if standing.holds(bytes, at: file) {
        if let update {
          update.keep([file])
          unlink(path)
          return
        }
        if standing.link(file, as: path) { return }
      }
      // What is written must not go into a file that the standing site has, too.
      if update == nil { unlink(path) }
    }
    try FileSystem.write(bytes, to: path)
  }

  /// Takes over files of the site that stands, by the indices of locales and the paths below their folders; false where
  /// that cannot be.
  func takeOver(_ files: [(locale: Int, path: String)]) -> Bool {
    takeOver(files.map { site.catalog.locales[$0.locale] + "/" + $0.path })
  }

  /// Takes over files of the site that stands, by their paths below its root; false where that cannot be.
  func takeOver(_ paths: [String]) -> Bool {
    guard let standing else { return false }
    guard let update else { return paths.allSatisfy { standing.link($0, as: folder + "/" + $0) } }
    // They are there, or the site would not be as the build before left it.
    update.keep(paths)
    return true
  }

  /// Takes over files whose folders need not be there yet.
  func takeOverRest(_ paths: [String]) -> Bool {
    if update == nil {
      for inner in Set(paths.map { String(SitePaths.folder(of: $0).dropLast()) }) {
        guard (try? FileSystem.createFolder(folder + "/" + inner)) != nil else { return false }
      }
    }
    return takeOver(paths)
  }

  /// Whether a file of the site is where another is to come, or where a folder of its path is to be.
  func isInTheWay(of path: String) -> Bool {
    if FileSystem.kind(of: path) != nil { return true }
    let file = relativePath(path)
    return (pages?.isInTheWay(of: file) ?? false) || (update?.isInTheWay(of: file) ?? false)
  }

  /// A path below the root of the site.
  private func relativePath(_ path: String) -> String {
    String(decoding: path.utf8.dropFirst(folder.utf8.count + 1), as: UTF8.self)
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
