import DocgenModel
import DocgenSupport

/// What a build knows of the pages of a site that stands, and what it leaves for the next.
///
/// Where a page would come out the same, its files are taken over as they are, and it is neither read nor rendered.
package struct KeptPages: Sendable {
  /// The pages; `nil` if all are to be made.
  let parts: KeptParts?
  /// The site that stands, with their files; what is made and comes out the same is taken from it, too.
  let standing: StandingSite?

  /// Takes what the build before left, and its site.
  package init(_ parts: KeptParts?, standing: StandingSite?) {
    self.parts = parts
    self.standing = standing
  }

  /// What is kept of a page besides its summary and the note of an output feature.
  struct Files {
    /// The paths of its files, each below the folder of a locale.
    var outputs: [(locale: Int, path: String)]
    /// The files that it offers to readers.
    var offers: [SiteImages.Image]

    func write(to writer: inout StateWriter) {
      writer.write(outputs) { writer, output in
        writer.write(output.locale)
        writer.write(output.path)
      }
      writer.write(offers) { writer, offer in
        writer.write(offer.locale)
        writer.write(offer.path)
        writer.write(offer.file)
      }
    }

    init(outputs: [(locale: Int, path: String)], offers: [SiteImages.Image]) {
      self.outputs = outputs
      self.offers = offers
    }

    init(_ reader: inout StateReader) throws(StateReader.Damage) {
      outputs = try reader.list { reader throws(StateReader.Damage) in
        (locale: try reader.number(), path: try reader.text())
      }
      offers = try reader.list { reader throws(StateReader.Damage) in
        SiteImages.Image(locale: try reader.number(), path: try reader.text(), file: try reader.text())
      }
    }
  }
}
