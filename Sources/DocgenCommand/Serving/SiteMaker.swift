import DocgenModel
import DocgenRender
import DocgenSupport
import Synchronization

/// A site that was made for a preview, and the project that it shows.
struct MadeSite: Sendable {
  var project: Project
  var preview: SitePreview
  /// What is wrong besides, each on a line.
  var problems: [String]
}

/// Makes the site of a project as it is now, again and again in one run.
protocol SiteMaker: Sendable {
  /// Reads the project and writes its site.
  ///
  /// - Parameter folder: Where to; it is there and empty.
  /// - Returns: The site.
  /// - Throws: What is wrong with the project. A part of the site may be in the folder then.
  func makeSite(in folder: String) throws(CommandFailure) -> MadeSite
}

/// Makes the site as `docgen build` does: of pages that are as they were, the files of the site before are taken.
final class IncrementalSiteMaker: SiteMaker {
  /// A site that was made.
  private struct Previous: Sendable {
    var parts: KeptParts
    var outline: [UInt8]
    var files: KnownFiles
    var site: StandingSite
  }

  private let options: BuildOptions
  private let progress: ProgressLine
  private let previous = Mutex<Previous?>(nil)

  init(_ options: BuildOptions, progress: ProgressLine) {
    self.options = options
    self.progress = progress
  }

  func makeSite(in folder: String) throws(CommandFailure) -> MadeSite {
    defer { progress.clear() }
    let previous = previous.withLock { $0 }
    let parts = previous.map { KeptParts(after: $0.parts, files: $0.files) } ?? KeptParts()
    let outline = KeptOutline(previous: previous.map { $0.outline[...] })
    let trace = FileTrace()
    trace.ignore(folder)
    let made = try trace.record { () throws(CommandFailure) in
      try make(in: folder, KeptPages(parts, standing: previous?.site), outline)
    }
    // Where it is not certain what was read, the next site is made without this one.
    let files = InputList(trace).flatMap { KnownFiles($0, trusting: .times) }
    let site = StandingSite(folder)
    self.previous.withLock { previous in
      previous = nil
      guard let files, let site else { return }
      previous = Previous(parts: parts, outline: outline.bytes, files: files, site: site)
    }
    return made
  }

  private func make(
    in folder: String, _ kept: KeptPages, _ outline: KeptOutline
  ) throws(CommandFailure) -> MadeSite {
    let project = try Project(options.project)
    try project.checkPages()
    var settings = try SiteBuild.settings(options, project)
    // The site is at the top of its host here, wherever it is published.
    settings.baseURL = nil
    var problems: [String] = []
    if project.configuration.showsQuality {
      (settings.quality, problems) = try QualityCheck.run(project, options.project, progress: progress)
    }
    do throws(SiteError) {
      let preview = try SitePreview(
        SiteBuilder(loader: project.loader, settings: settings), in: folder,
        feature: ModelFiles(project, jobs: options.project.jobs), kept: kept, outline: outline
      ) { [progress] done, total in progress.report("Building", done: done, of: total) }
      problems = project.skippedFiles + problems + preview.report.problems.map(\.description)
      var seen: Set<String> = []
      problems += preview.report.unreadable.map(\.description).filter { seen.insert($0).inserted }
      return MadeSite(project: project, preview: preview, problems: problems)
    } catch {
      throw .failure(error.description)
    }
  }
}
