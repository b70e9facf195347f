import DocgenMarkup
import DocgenModel
import DocgenSupport
import DocgenTestSupport
import Testing

@testable import DocgenLint

/// What the guard lets pass and what it refuses, without any rule that made the edits.
@Suite struct FixGuardTests {
  private static func page(_ text: String) throws -> LocalizedPage {
    try page(Array(text.utf8))
  }

  private static func page(_ bytes: [UInt8]) throws -> LocalizedPage {
    PageReader(vocabularies: [try LintFixture.vocabulary("en")]).read(
      SourceFile(path: "en/a.md", bytes: bytes), locale: 0)
  }

  private static func accepts(_ edits: [FixGuard.Edit], in page: LocalizedPage) throws -> Bool {
    try FixGuard(page).isKept(edits, in: Self.page(applying(edits, to: page.source.bytes)))
  }

  private static func applying(_ edits: [FixGuard.Edit], to bytes: [UInt8]) -> [UInt8] {
    edits.reversed().reduce(into: bytes) { $0.replaceSubrange($1.span.range, with: $1.text) }
  }

  /// Whether the guard lets a text, which stands in a page once, become another.
  private static func accepts(_ old: String, becoming new: String, in text: String) throws -> Bool {
    let page = try Self.page(text)
    let start = try #require(ByteSearch.firstIndex(of: Array(old.utf8), in: page.source.bytes, from: 0))
    return try accepts([FixGuard.Edit(SourceSpan(start..<start + old.utf8.count), Array(new.utf8))], in: page)
  }

  private static let sample = """
    ---
    title: Datei öffnen-Funktion
    description: Diese Funktion öffnet eine Datei.
    api_name:
    - Öffnen
    ---
    # Datei öffnen-Funktion

    Öffnet eine Datei, die **Datei erstellen** angelegt hat. Siehe auch [die Übersicht](uebersicht.md).

    ## Syntax

    ```cpp
    HGRIFF Öffnen(
      LPCSTR Name des, // Der Name der Datei steht hier.
      DWORD  flags
    ); // ## Zweiter Teil
    ```

    *Beim Beenden löschen* \\[in\\]

    Löscht die Datei am Ende.

    | Code | Beschreibung |
    |---|---|
    | **FEHLER: \\_ NICHT \\_ GENÜGEND PUFFER** | Der Puffer ist zu klein. |
    Die Tabelle wird später ergänzt
    | **der Status \\_ Objekt \\_ Pfad wurde \\_ nicht \\_ gefunden.** | Der Pfad fehlt. |
    | **Das Objekt und sein Pfad wurden nicht gefunden.** | Der Wert A \\_ B \\_ C wird nicht mehr beachtet. |
    | **E\\_FAIL** | Der Aufruf ist gescheitert. |

    <!-- Ein Kommentar steht hier. -->

    ```
    a(
    );

    ## Dritter Teil
    ```

    """

  @Test(arguments: [
    ("Beim Beenden löschen", "DeleteOnKill"), ("Datei erstellen", "CreateFile"),
    ("FEHLER: \\_ NICHT \\_ GENÜGEND PUFFER", "ERROR\\_INSUFFICIENT\\_BUFFER"), ("uebersicht.md", "overview.md"),
    ("HGRIFF Öffnen", "HANDLE Open"), ("Name des", "name"), ("- Öffnen", "- Open\n- OpenA"), ("cpp", "c++"),
    ("// ## Zweiter", "// ## Second"),
    ("der Status \\_ Objekt \\_ Pfad wurde \\_ nicht \\_ gefunden.", "STATUS\\_OBJECT\\_PATH\\_NOT\\_FOUND"),
  ])
  func acceptsSlots(_ old: String, _ new: String) throws {
    #expect(try Self.accepts(old, becoming: new, in: Self.sample))
  }

  @Test(arguments: [
    // Sentences, and most of one.
    ("Löscht die Datei am Ende.", "DeleteOnKill"), ("Löscht die Datei", "DeleteOnKill"),
    ("Der Puffer ist zu klein.", ""),
    ("angelegt hat. Siehe auch", "CreateFile"),
    // What is set in bold is no name for that, and a torn name within a sentence is none of its words.
    ("Das Objekt und sein Pfad wurden nicht gefunden.", "STATUS\\_OBJECT\\_PATH\\_NOT\\_FOUND"),
    ("Der Wert A \\_ B \\_ C wird nicht mehr beachtet.", "VALUE\\_A\\_B\\_C"),
    // A line that stands right after a table is no row, whatever a parser says.
    ("Die Tabelle", "E\\_FAIL"),
    // More than one block, a marker of a block, a fence.
    ("Ende.\n\n| Code", "X"), ("# Datei", "Datei"), ("```cpp", "cpp"), ("|---|---|", ""), ("```\n\n*", "*"),
    // Comments of code and of the page.
    (" // Der Name der Datei steht hier.", ""), ("Ein Kommentar steht hier.", "X"),
    ("Diese Funktion öffnet eine Datei.", "Open"),
    // What comes would hide what is there, or brings a page along.
    ("flags", "flags\n```\n"), ("Beim Beenden löschen", "Delete\n\n## On"),
    ("DWORD  flags", "DWORD  flags\n\n## Remarks\n\nThis is text."), ("DWORD", "a b.\n\nThis is a sentence."),
    ("\n);\n\n## Dritter Teil", "\n);"),
  ])
  func refusesWhatLosesText(_ old: String, _ new: String) throws {
    #expect(try !Self.accepts(old, becoming: new, in: Self.sample))
  }

  @Test func setsFencesWithoutTakingText() throws {
    let open = "# A\n\n```c\nint a;\n\nText hier.\n\n## B\n\nMehr Text hier.\n"
    #expect(try Self.accepts("int a;\n", becoming: "int a;\n```\n", in: open) == false)
    let page = try Self.page(open)
    let end = try #require(ByteSearch.firstIndex(of: Array("\n\nText".utf8), in: page.source.bytes, from: 0))
    func fence(_ text: String, at offset: Int) throws -> Bool {
      try Self.accepts([FixGuard.Edit(SourceSpan(offset..<offset), Array(text.utf8))], in: page)
    }
    #expect(try fence("\n```", at: end))
    // It would make text a part of the fence, or write more than fences.
    #expect(try !fence("```\n\n```", at: end + 2))
    #expect(try !fence("\n```\nText", at: end))
    // What is closed stays so.
    let closed = try Self.page("# A\n\n```c\nint a;\n\nint b;\n```\n\nText.\n")
    #expect(try !Self.accepts([FixGuard.Edit(SourceSpan(16..<16), Array("\n```".utf8))], in: closed))
  }

  /// Random edits of all sizes: none that loses a sentence passes.
  @Test func refusesAllRandomEditsThatLoseASentence() throws {
    var random = SplitMix64(seed: 11)
    let pages = try (DamagedFences.shapes.map(\.de) + DamagedFences.shapes.map(\.en) + [Self.sample]).map(Self.page)
    var (losing, harmless, accepted) = (0, 0, 0)
    for _ in 0..<2_000 {
      guard let page = pages.randomElement(using: &random) else { continue }
      let edit = Self.edit(of: page, &random)
      let new = try Self.page(Self.applying([edit], to: page.source.bytes))
      let isAccepted = FixGuard(page).isKept([edit], in: new)
      let lost = SentenceJudge.lost(from: page.document, to: new.document)
      if lost.isEmpty { harmless += 1 } else { losing += 1 }
      if isAccepted { accepted += 1 }
      let old = String(decoding: page.source.bytes[edit.span.range], as: UTF8.self)
      let text = String(decoding: edit.text, as: UTF8.self)
      #expect(!isAccepted || lost.isEmpty, "\(lost) lost: '\(old)' became '\(text)'")
    }
    #expect(losing > 600, "\(losing) of 2,000 lose a sentence")
    #expect(accepted > 200, "\(accepted) of \(harmless) that do not are accepted")
  }

  private static let texts = [
    "", "", "", "DeleteOnKill", "E\\_FAIL", "a", "32768..65535", "CreateWindowExW", "```", "\n```\n", "~~~\n", "<!--",
    "<script>", "\n\n", "|", "# ", "`", "*", "> ", "    ", "---\n",
    "The whole page\n\n## Remarks\n\nis written here.\n",
    "HANDLE Open(\n  LPCSTR name\n);",
  ]

  /// A deletion, replacement or insertion at any place, in whole characters.
  private static func edit(of page: LocalizedPage, _ random: inout SplitMix64) -> FixGuard.Edit {
    let bytes = page.source.bytes
    let sizes = [0, 1, 4, 12, 40, 160, 640, bytes.count]
    let size = Int.random(in: 0...(sizes.randomElement(using: &random) ?? 0), using: &random)
    func whole(_ offset: Int) -> Int {
      var offset = min(offset, bytes.count)
      while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      return offset
    }
    let start = whole(Int.random(in: 0...bytes.count, using: &random))
    let text = texts.randomElement(using: &random) ?? ""
    return FixGuard.Edit(SourceSpan(start..<max(start, whole(start + size))), Array(text.utf8))
  }
}
