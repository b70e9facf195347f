import DocgenModel
import DocgenSupport

/// Looks for the files of images, and for the images that the source shows.
///
/// A project without any image keeps them elsewhere, and their files are not looked for.
enum MissingImage: ContentCheck, TranslationCheck {
  static let rule = Rule(
    "missing-image", in: .link, .warning,
    "An image that the page or its source shows is missing.")

  struct Messages: MessageSet {
    let missing = MessageForm<String>("the image '{1}' is missing; show it as the source does")
  }

  static func check(_ context: PageContext, _ findings: inout Findings) {
    if context.project.links.images.all.isEmpty { return }
    for (link, target) in context.ownLinks.links where link.isImage {
      guard case .missing(let message) = target else { continue }
      findings.add(Finding(message, at: link.span, actual: link.destination), of: rule)
    }
  }

  static func check(_ pair: TranslationPair, _ findings: inout Findings) {
    for difference in pair.prose.linkDifferences {
      guard let source = difference.source, source.isImage, difference.translation == nil else { continue }
      findings.add(
        Finding(
          messages.missing(source.destination),
          at: pair.placeOf(sourceNode: source.node), expected: source.destination, damage: .lost, source: source.span),
        of: rule)
    }
  }
}
