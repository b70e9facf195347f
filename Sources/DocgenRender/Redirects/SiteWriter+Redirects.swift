import DocgenModel
import DocgenSupport
import Glibc

extension SiteContext {
  /// The page that leads from an old address to where it is now, for browsers whose server does not.
  func redirectPage(at file: String, to target: Redirect.Target, _ locale: Int) throws(TemplateError) -> [UInt8] {
    let address = SiteAddress(file: file)
    var view = PageView(self, locale: locale, address: address, title: locales[locale]["page-moved"])
    view.object["address"] = .string(reference(to: target, from: address))
    view.object["is-unlisted"] = true
    return try view.render("redirect", capacity: 1024)
  }

  private func reference(to target: Redirect.Target, from address: SiteAddress) -> String {
    switch target {
    case .page(let page, let fragment): paths.pages[page].reference(from: address) + fragment
    case .outside(let address): address
    }
  }
}

extension SiteWriter {
  /// Writes the pages at old addresses, after all else: where a file of the site is, none is written over it.
  ///
  /// - Returns: The redirects of each locale whose pages stand, those of the content's own pages among them; the
  ///   number of pages that were written; and what is wrong with the others.
  func write(_ all: SiteRedirects) throws(SiteError) -> (redirects: [[Redirect]], count: Int, problems: [FileProblem]) {
    var problems: [FileProblem] = []
    var reported: Set<Redirect.Place> = []
    var written: [[Redirect]] = []
    var count = 0
    for locale in site.locales.indices {
      var stands = all.ofPages(locale)
      for redirect in all.redirects[locale] {
        if try write(redirect, locale) {
          stands.append(redirect)
          count += 1
        } else if reported.insert(redirect.place).inserted {
          problems.append(
            redirect.place.problem(
              "a file of the site is in the way of the page '\(redirect.file)'; remove the redirect"))
        }
      }
      written.append(stands)
    }
    return (written, count, problems)
  }

  /// - Returns: Whether the page was written, and nothing is in its way.
  private func write(_ redirect: Redirect, _ locale: Int) throws(SiteError) -> Bool {
    let file = path(locale, redirect.file)
    if isInTheWay(of: file) { return false }
    let page: [UInt8]
    do throws(TemplateError) {
      page = try site.redirectPage(at: redirect.file, to: redirect.target, locale)
    } catch {
      throw .template(error)
    }
    do throws(FileError) {
      try FileSystem.createFolder(String(SitePaths.folder(of: file).dropLast()))
      try write(page, to: file)
      return true
    } catch {
      // A file in the place of a folder; all else is no fault of the redirect's.
      if [EEXIST, ENOTDIR, ENAMETOOLONG].contains(error.code) { return false }
      throw .file(error)
    }
  }
}
