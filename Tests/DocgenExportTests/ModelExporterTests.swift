import DocgenModel
import DocgenSupport
import DocgenTestSupport
import Testing

@testable import DocgenExport

@Suite struct ModelExporterTests {
  static let layouts: [ModelExporter.Layout] = [.json(isIndented: false), .json(isIndented: true), .lines]

  /// A small tree of own pages: facts of every kind, damage, a page in one language only.
  static let files = [
    "en/API/Widget.md": """
    ---
    title: Paint method of the Widget\\_Class class
    ms.assetid: 00000000-0000-0000-0000-000000000001
    api_name:
    - Widget_Class.Paint
    - Widget_Class.Draw
    keywords:
    nested: {a: b}
    ---

    # Paint method of the Widget\\_Class class

    Paints, see [**Widget**](../index.md#top), ![a picture](media/a%20b.png), <a href="https://example.com">elsewhere</a>.

    ## Syntax

    ```mof
    [Static] uint32 Paint(
      [in, optional] string Colour = "red",
      [out] Widget_Class REF Widgets[]
    );
    ```

    ## Parameters

    <dl> <dt>

    *Colour* \\[in, optional\\]
    </dt> <dd>The colour.</dd> <dt>

    *Widgets* \\[out\\]
    </dt> <dd>All of them.</dd> </dl>

    ## Return value

    <dl> <dt>

    **Success** (0)
    </dt> <dt>

    **E\\_FAIL** (0x80004005)
    </dt> <dt>

    **Reserved** (8..32767)
    </dt> </dl>

    ## Requirements

    | Requirement | Value |
    |---|---|
    | Header | <dl> <dt>widget.h</dt> <dt>paint.h</dt> </dl> |
    | Weather | sunny |

    ## Weather

    ```cpp
    rain();
    ```
    """,
    "de/API/widget.md": """
    ---
    title: Paint-Methode
    api_name:
    - Widget_Class.Paint
    ---

    # Paint-Methode

    ## <a name="parameters"></a>Parameter

    <dl> <dt>

    *Farbe* \\[ vorgenommen\\]
    </dt> <dd>Die Farbe.</dd> </dl>
    """,
    "en/API/Colours.md": """
    ---
    title: Colours enumeration
    req.header: widget.h
    topic_type:
    - APIRef
    ---

    # Colours enumeration

    > [!NOTE]
    > All of them.

    ## Inheritance

    The enumeration inherits from [**Numbers**](../index.md).

    ## Constants

    | Name | Value | Default value | Required | Description |
    |---|---|---|---|---|
    | RED | 0x1 | 0 | yes | The colour. |

    ## Data type

    uint32

    ## Possible values

    | Value | Meaning |
    |---|---|
    | **1** | One. |

    ## Windows 7

    | Entry | Value |
    |---|---|
    | Data type | uint16 |

    ## See also

    [Start](../index.md)
    """,
    "en/API/widgets.md": "---\ntitle: Widget functions\n---\n# Widget functions\n\n- [Paint](widget.md)\n",
    "en/index.md": "# Start\n",
    "de/broken.md": "---\ntitle: [\n---\n# Ü \u{1F600}\r\n",
  ]

  @Test(arguments: [false, true])
  func writesEveryFact(hasSpans: Bool) throws {
    let folder = try TemporaryFolder(Self.files)
    let loader = try Project.loader(folder.path, ["en", "de"])
    let text = Project.export(loader, .json(isIndented: true), hasSpans: hasSpans)
    Snapshot.expect(String(decoding: text, as: UTF8.self), hasSpans ? "export/spans.json" : "export/model.json")
    var check = SchemaCheck(try JSONReader.read(ModelSchema.text))
    check.check(try JSONReader.read(text))
    #expect(check.problems == [])
  }

  @Test func writesNoPages() throws {
    let folder = try TemporaryFolder(["en/toc.yml": ""])
    let loader = try Project.loader(folder.path, ["en"])
    for layout in Self.layouts {
      let text = Project.export(loader, layout)
      #expect(try Self.read(text, layout).text(layout) == text)
    }
    #expect(
      String(decoding: Project.export(loader, .json(isIndented: false)), as: UTF8.self).hasSuffix("\"pages\":[]}\n"))
  }

  /// Places are those of the texts they belong to.
  @Test func placesAreThoseOfTheTexts() throws {
    let folder = try TemporaryFolder(Self.files)
    let loader = try Project.loader(folder.path, ["en", "de"])
    let model = try ExportedModel(json: Project.export(loader, .json(isIndented: false), hasSpans: true))
    let page = try #require(model.pages.first { $0.id == "api/widget" }?.translations.first)
    let source = Array(try #require(Self.files["en/API/Widget.md"]).utf8)
    func text(_ span: ExportedSpan?) throws -> String {
      let span = try #require(span)
      return String(decoding: source[span.start..<span.end], as: UTF8.self)
    }
    #expect(try page.names.map { try text($0.span) } == page.names.map(\.text))
    #expect(try page.parameters.map { try text($0.parameterName.span) } == ["Colour", "Widgets"])
    #expect(try page.requirements[0].values.map { try text($0.span) } == ["widget.h", "paint.h"])
    #expect(try page.returnCodes.map { try text($0.value?.span) } == ["0", "0x80004005", "8..32767"])
    let declaration = try #require(page.signatures.first?.declarations.first)
    #expect(try text(declaration.declaredName?.span) == "Paint")
    #expect(try text(declaration.parameters[0].direction.span).contains("optional"))
    let span = try #require(page.parameters[0].parameterName.span)
    #expect((span.line, span.column, span.endLine, span.endColumn) == (28, 2, 28, 8))
  }

  @Test(arguments: [1, 2, 5])
  func doesNotDependOnThreads(jobs: Int) throws {
    let loader = try Project.examples()
    for layout in Self.layouts {
      #expect(Project.export(loader, layout, jobs: jobs) == Project.export(loader, layout, jobs: 1))
    }
  }

  @Test(arguments: [false, true])
  func isReadBack(hasSpans: Bool) throws {
    let folder = try TemporaryFolder(Self.files)
    for loader in [try Project.examples(), try Project.loader(folder.path, ["en", "de"])] {
      var models: [ExportedModel] = []
      for layout in Self.layouts {
        let text = Project.export(loader, layout, hasSpans: hasSpans)
        let model = try Self.read(text, layout)
        #expect(model.text(layout) == text)
        models.append(model)
      }
      #expect(models.allSatisfy { $0 == models[0] })
    }
  }

  /// A sample of each part of the corpus is written, holds against the schema, and is read back.
  @Test(.enabled(if: Corpus.isAvailable, Comment(rawValue: Corpus.whySkipped))) func corpusIsReadBack() throws {
    let corpus = try #require(Corpus.root)
    let folders = try FileSystem.list(corpus + "/en").filter { $0.kind == .folder }.map(\.name)
    let schema = try JSONReader.read(ModelSchema.text)
    for (number, folder) in folders.enumerated() where number % 10 == 0 {
      let locale = ["en", "de", "fr"][number / 10 % 3]
      let catalog = try PageCatalog(contentFolder: corpus, locales: ["\(locale)/\(folder)"])
      let loader = PageLoader(catalog: catalog, vocabularies: [try VocabularySource.builtIn.vocabulary(locale)])
      let text = Project.export(loader, .lines, hasSpans: true)
      #expect(try ExportedModel(lines: text).text(.lines) == text, Comment(rawValue: folder))
      var check = SchemaCheck(schema)
      for line in text.split(separator: 0x0A).dropFirst() {
        check.check(try JSONReader.read(Array(line)), definition: "page")
      }
      #expect(check.problems == [], Comment(rawValue: folder))
    }
  }

  static func read(_ text: [UInt8], _ layout: ModelExporter.Layout) throws -> ExportedModel {
    switch layout {
    case .json: try ExportedModel(json: text)
    case .lines: try ExportedModel(lines: text)
    }
  }

  /// Texts that are no model; what is said of each is in the snapshot.
  private static let refused = [
    "[]", "{}", "{\"schema\":1}",
    "{\"schema\":\"docgen-model/2\",\"generator\":{\"name\":\"docgen\",\"version\":\"1\"},\"pageCount\":0}",
    "{\"schema\":\"docgen-model/1\",\"generator\":{\"name\":\"docgen\"},\"pageCount\":0}",
    "{\"schema\":\"docgen-model/1\",\"generator\":{\"name\":\"docgen\",\"version\":\"1\"},\"pageCount\":1}",
    "{\"schema\":\"docgen-model/1\",\"generator\":{\"name\":\"docgen\",\"version\":\"1\"},\"pageCount\":0,\"weather\":1}",
    "{\"schema\":\"docgen-model/1\",\"generator\":{\"name\":\"docgen\",\"version\":\"1\"},\"pageCount\":0,\"pages\":[1]}",
    "{\"schema\":\"docgen-model/1\",\"generator\":{\"name\":\"docgen\",\"version\":\"1\"},\"pageCount\":1,"
      + "\"pages\":[{\"id\":\"a\",\"path\":\"a\",\"translations\":[{\"locale\":\"en\",\"file\":\"a\",\"url\":\"a\","
      + "\"links\":[{\"kind\":\"x\",\"target\":\"a\"}]}]}]}",
    "{\"schema\":\"docgen-model/1\",\"generator\":{\"name\":\"docgen\",\"version\":\"1\"},\"pageCount\":1,"
      + "\"pages\":[{\"id\":\"a\",\"path\":\"a\",\"translations\":[{\"locale\":\"en\",\"file\":\"a\",\"url\":\"a\","
      + "\"title\":\"a\",\"spans\":{\"title\":{\"start\":1}}}]}]}",
  ]

  @Test func refusesWhatIsNoModel() {
    var text = ""
    for json in Self.refused {
      do throws(ModelReadingError) {
        _ = try ExportedModel(json: Array(json.utf8))
        text += "\(json)\n  is read\n"
      } catch {
        text += "\(json)\n  \(error)\n"
      }
    }
    Snapshot.expect(text, "export/refused.txt")
  }
}
