import DocgenRender
import DocgenSupport

/// The files of a site that changed, a line each, as `git diff --name-status` writes them.
enum ChangesText {
  static func write(_ changes: SiteChanges, to output: Output) {
    for file in changes.files { output.write("\(file.kind.rawValue)\t\(VisibleText.string(file.path))\n") }
  }
}
