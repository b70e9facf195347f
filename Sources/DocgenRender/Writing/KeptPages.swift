import DocgenModel
import DocgenSupport
import Synchronization

/// What a build knows of the pages from the build before, and what it leaves for the next.
///
/// A page is made of what it was told by the file system, and of the ``BuildContext`` that all pages share. Where both are
/// the same, its files of the site that stands are taken over as they are, and it is neither read nor rendered.
package final class KeptPages: Sendable {
  /// A page of the build before that would come out the same.
  struct Page {
    /// What is taken over into the state of this build.
    fileprivate var record: ArraySlice<UInt8>
    /// What the page was made of.
    fileprivate var answers: [(question: FileTrace.Question, answer: FileTrace.Answer)]
    /// The paths of its files, each below the folder of a locale.
    var outputs: [(locale: Int, path: String)]
    /// The files that it offers to readers.
    var offers: [SiteImages.Image]
    /// The summary and what an output feature noted.
    var rest: StateReader
  }

  /// The site with the files of the pages.
  let standing: StandingSite?
  private let files: KnownFiles?
  private let previous: ArraySlice<UInt8>?
  /// The records of the build before, by the ids of the pages.
  private let records: Mutex<[String: ArraySlice<UInt8>]> = Mutex([:])
  private let kept = Mutex<[Int: [UInt8]]>([:])
  private let context = Mutex<ContentDigest?>(nil)
  private let reused = Atomic<Int>(0)

  /// Takes what the build before left, what it knew of files, and its site; nothing of all for a first build.
  package init(previous: ArraySlice<UInt8>? = nil, files: KnownFiles? = nil, standing: StandingSite? = nil) {
    self.previous = previous
    self.standing = standing
    self.files = files
  }

  /// The number of pages that were taken over.
  package var reusedPages: Int { reused.load(ordering: .relaxed) }

  /// Says what all pages of this build share: what was made of another is of no use.
  func begin(_ digest: ContentDigest) {
    context.withLock { $0 = digest }
    guard let previous, files != nil else { return }
    var reader = StateReader(previous)
    var found: [String: ArraySlice<UInt8>] = [:]
    do throws(StateReader.Damage) {
      guard try reader.digest() == digest else { return }
      while !reader.isAtEnd {
        let record = try reader.content()
        var inner = StateReader(record)
        found[try inner.text()] = record
      }
    } catch {
      return
    }
    records.withLock { $0 = found }
  }

  /// The page of the build before with an id, if it would come out the same.
  func page(_ id: String) -> Page? {
    guard let files, let record = records.withLock({ $0[id] }) else { return nil }
    var reader = StateReader(record)
    do throws(StateReader.Damage) {
      _ = try reader.text()
      let digests = try reader.list { reader throws(StateReader.Damage) in
        guard let subject = FileTrace.Subject(rawValue: try reader.byte()) else { throw StateReader.Damage() }
        return (FileTrace.Question(path: try reader.text(), subject: subject), try reader.digest())
      }
      var answers: [(question: FileTrace.Question, answer: FileTrace.Answer)] = []
      for (question, digest) in digests {
        guard let answer = files.answer(to: question), answer.digest == digest else { return nil }
        answers.append((question, answer))
      }
      let outputs = try reader.list { reader throws(StateReader.Damage) in
        (locale: try reader.number(), path: try reader.text())
      }
      let offers = try reader.list { reader throws(StateReader.Damage) in
        SiteImages.Image(locale: try reader.number(), path: try reader.text(), file: try reader.text())
      }
      return Page(record: record, answers: answers, outputs: outputs, offers: offers, rest: reader)
    } catch {
      return nil
    }
  }

  /// Keeps a page as it was kept before.
  func keep(_ page: Page, at index: Int) {
    for (question, answer) in page.answers { FileTrace.current?.note(known: answer, to: question) }
    reused.add(1, ordering: .relaxed)
    kept.withLock { $0[index] = Array(page.record) }
  }

  /// Keeps a page that was made.
  ///
  /// - Parameters:
  ///   - id: The id of the page.
  ///   - index: Its index in the catalog.
  ///   - trace: What it asked of the file system.
  ///   - outputs: Its files.
  ///   - offers: The files that it offers to readers.
  ///   - rest: Writes the summary and the note of the output feature.
  func keep(
    _ id: String, at index: Int, _ trace: FileTrace, outputs: [(locale: Int, path: String)],
    offers: [SiteImages.Image], rest: (inout StateWriter) -> Void
  ) {
    guard let answers = trace.answers, answers.allSatisfy({ $0.answer.digest != nil }) else { return }
    var writer = StateWriter()
    writer.write(id)
    writer.write(answers) { writer, asked in
      writer.write(plain: [asked.question.subject.rawValue])
      writer.write(asked.question.path)
      writer.write(plain: asked.answer.digest?.bytes ?? [])
    }
    writer.write(outputs) { writer, output in
      writer.write(output.locale)
      writer.write(output.path)
    }
    writer.write(offers) { writer, offer in
      writer.write(offer.locale)
      writer.write(offer.path)
      writer.write(offer.file)
    }
    rest(&writer)
    kept.withLock { $0[index] = writer.bytes }
  }

  /// What is left for the next build.
  package var bytes: [UInt8] {
    guard let context = context.withLock({ $0 }) else { return [] }
    var writer = StateWriter()
    writer.write(plain: context.bytes)
    for (_, record) in kept.withLock({ $0 }).sorted(by: { $0.key < $1.key }) { writer.write(record) }
    return writer.bytes
  }
}
