import DocgenModel
import DocgenRender
import DocgenSupport

/// The work of `docgen build` without its command line: from options to a site.
enum SiteBuild {
  static func run(_ options: BuildOptions, progress: ProgressLine) throws(CommandFailure) -> BuildReport {
    let project = try Project(options.project)
    var settings = try settings(options, project)
    var problems: [String] = []
    if options.showsQuality || project.configuration.showsQuality {
      (settings.quality, problems) = try QualityCheck.run(project, options.project, progress: progress)
    }
    let report: SiteReport
    do throws(SiteError) {
      let files = ModelFiles(project)
      report = try SiteBuilder(loader: project.loader, settings: settings).build(companion: files) { done, total in
        progress.report("Building", done: done, of: total)
      }
    } catch {
      throw .failure(error.description)
    }
    if let failure = report.unreadable.first { throw .failure(failure.description) }
    return BuildReport(
      pages: report.pages, fallbackPages: report.fallbackPages, locales: project.catalog.locales.count,
      missingLinks: report.missingLinks, unpublishedLinks: report.unpublishedLinks, outputFolder: settings.outputFolder,
      problems: problems + report.problems.map(\.description))
  }

  private static func settings(_ options: BuildOptions, _ project: Project) throws(CommandFailure) -> SiteSettings {
    let configuration = project.configuration
    let locales = project.catalog.locales
    var settings = SiteSettings(
      outputFolder: options.outputFolder ?? configuration.outputFolder,
      titles: locales.indices.map { project.title(of: $0) ?? "Reference" })
    settings.baseURL = options.baseURL ?? configuration.baseURL
    settings.linkMappings = project.linkMappings
    settings.pathStyle = project.pathStyle
    settings.jobs = options.project.jobs
    settings.correctsFacts = configuration.facts == .source
    settings.fullText = configuration.fullText == .pagefind ? Pagefind() : nil
    settings.writesTwins = configuration.writesTwins
    settings.editURL = configuration.editURL
    settings.banners = project.texts(configuration.banner)
    settings.footers = project.texts(configuration.footer)
    do {
      if let folder = configuration.themeFolder { try settings.theme.override(withFolder: folder) }
      if let file = configuration.redirectsFile {
        settings.redirects = SourceFile(path: file, bytes: try FileSystem.read(file))
      }
      if let file = configuration.logoFile {
        let name = String(file.split(separator: "/").last ?? "logo")
        settings.theme.assets[name] = try FileSystem.read(file)
        settings.logo = name
      }
    } catch {
      throw .configuration(error.description)
    }
    return settings
  }
}
