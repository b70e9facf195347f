import DocgenModel
import DocgenRender
import DocgenSupport

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

/// Makes the whole site each time, as `docgen build` does.
struct CompleteSiteMaker: SiteMaker {
  let options: BuildOptions
  let progress: ProgressLine

  func makeSite(in folder: String) throws(CommandFailure) -> MadeSite {
    defer { progress.clear() }
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
        feature: ModelFiles(project, jobs: options.project.jobs)
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
