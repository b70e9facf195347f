import DocgenSupport

/// Pages with code blocks, and the ways in which their fences get damaged.
enum DamagedFences {
  struct Shape: Sendable {
    let name: String
    let en: String
    let de: String
  }

  /// A page whose fence is damaged in one language.
  struct Case: Sendable {
    let name: String
    /// The language of the damaged page.
    let locale: String
    let pages: [String: String]
    /// The lines, from 1, between which the finding belongs.
    let lines: ClosedRange<Int>
  }

  static let shapes: [Shape] = [
    Shape(name: "plain", en: page(english, "", ""), de: page(german, "", "")),
    Shape(name: "quote", en: page(english, "> ", ""), de: page(german, "> ", "")),
    Shape(
      name: "alert", en: page(english, "> ", "> [!NOTE]\n> This is a note of the page.\n>\n"),
      de: page(german, "> ", "> [!NOTE]\n> Dies ist ein Hinweis der Seite.\n>\n")),
    Shape(
      name: "list", en: page(english, "  ", "- An item stands before it.\n\n"),
      de: page(german, "  ", "- Ein Punkt steht davor.\n\n")),
    Shape(
      name: "bare", en: page(english, "", "").replacing("```cpp", with: "```"),
      de: page(german, "", "").replacing("```cpp", with: "```")),
    Shape(
      name: "crlf", en: page(english, "", "").replacing("\n", with: "\r\n"),
      de: page(german, "", "").replacing("\n", with: "\r\n")),
    Shape(
      name: "facts", en: page(english, "", ""),
      de: page(german, "", "").replacing("LPCSTR name", with: "LPCSTR Name des").replacing("Open.h", with: "Öffnen. h")),
    Shape(
      name: "mof", en: page(english, "", "").replacing("cpp", with: "mof"),
      de: page(german, "", "").replacing("cpp", with: "mof").replacing("*name*", with: "*Name der*")),
  ]

  private static func page(_ text: String, _ prefix: String, _ before: String) -> String {
    text.replacing("%```cpp", with: before + prefix + "```cpp").replacing("%", with: prefix)
  }

  /// What becomes of the lines of a page whose fences stand at two of them.
  typealias Damage = @Sendable (_ lines: inout [String], _ open: Int, _ close: Int) -> Void

  private static func replacing(
    _ isOpening: Bool, _ change: @escaping @Sendable (_ marks: String, _ info: String) -> String
  )
    -> Damage
  {
    { lines, open, close in
      let index = isOpening ? open : close
      let line = lines[index]
      let prefix = line.prefix { $0 == ">" || $0 == " " }
      let rest = line.dropFirst(prefix.count)
      let marks = rest.prefix { $0 == "`" }
      let lineEnd = rest.hasSuffix("\r") ? "\r" : ""
      let info = rest.dropFirst(marks.count).filter { $0 != "\r" }
      lines[index] = prefix + change(String(marks), String(info)) + lineEnd
    }
  }

  static let damages: [(name: String, damage: Damage)] = [
    ("no-end", { lines, _, close in lines.remove(at: close) }),
    ("no-start", { lines, open, _ in lines.remove(at: open) }),
    ("end-short", replacing(false) { _, _ in "``" }),
    ("end-acute", replacing(false) { _, _ in "´´´" }),
    ("end-indented", replacing(false) { marks, _ in "     " + marks }),
    ("end-tilde", replacing(false) { _, _ in "~~~" }),
    ("end-full-width", replacing(false) { _, _ in "｀｀｀" }),
    ("end-apostrophes", replacing(false) { _, _ in "'''" }),
    ("end-blanks", replacing(false) { _, _ in "` ``" }),
    ("end-text", replacing(false) { marks, _ in marks + " Hier endet das Beispiel der Seite." }),
    (
      "end-glued",
      { lines, _, close in
        lines[close - 1] = lines[close - 1].filter { $0 != "\r" } + "```"
        lines.remove(at: close)
      }
    ),
    ("end-unquoted", { lines, _, close in lines[close] = lines[close].filter { $0 != ">" && $0 != " " } }),
    ("start-tilde", replacing(true) { _, info in "~~~" + info }),
    ("start-long", replacing(true) { _, info in "````" + info }),
    ("start-short", replacing(true) { _, info in "``" + info }),
    ("start-full-width", replacing(true) { _, info in "｀｀｀" + info }),
    ("start-apostrophes", replacing(true) { _, info in "'''" + info }),
    ("start-quotes", replacing(true) { _, info in "“`" + info }),
    ("start-indented", replacing(true) { marks, info in "     " + marks + info }),
    ("start-blanks", replacing(true) { _, info in "` ` `" + info }),
    ("start-glued", replacing(true) { marks, info in "Führen Sie dies zuerst aus: " + marks + info }),
    (
      "both-full-width",
      { lines, open, close in
        replacing(true) { _, info in "｀｀｀" + info }(&lines, open, close)
        replacing(false) { _, _ in "｀｀｀" }(&lines, open, close)
      }
    ),
  ]

  /// Every damage of each block of each page, in the translation and in the source.
  static let all: [Case] = shapes.flatMap { shape in
    ["de", "en"].flatMap { locale in
      damages.flatMap { damage in
        (0..<2).compactMap { make(shape, damage.name, damage.damage, block: $0, in: locale) }
      }
    }
  }

  private static func make(
    _ shape: Shape, _ name: String, _ damage: Damage, block: Int, in locale: String
  ) -> Case? {
    var pages = ["en": shape.en, "de": shape.de]
    guard let page = pages[locale] else { return nil }
    var lines = page.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let fences = lines.indices.filter { lines[$0].contains("```") }
    guard fences.count > block * 2 + 1 else { return nil }
    let (open, close) = (fences[block * 2], fences[block * 2 + 1])
    damage(&lines, open, close)
    let damaged = lines.joined(separator: "\n")
    guard damaged != page else { return nil }
    pages[locale] = damaged
    return Case(
      name: "\(shape.name)-\(block)-\(name)-\(locale)", locale: locale, pages: pages, lines: open...close + 2)
  }

  private static let english = """
    ---
    title: Open function
    ms.topic: reference
    ---
    # Open function

    Opens a file of the disk.

    ## Syntax

    %```cpp
    %HANDLE Open(
    %  LPCSTR name,
    %  DWORD  flags
    %);
    %```

    ## Parameters

    *name* \\[in\\]

    The name of the file to open.

    *flags* \\[in\\]

    The flags that tell how to open it.

    ## Return value

    | Return code | Description |
    |---|---|
    | **E\\_FAIL** | The file cannot be opened. |

    ## Remarks

    Look at this example of a call:

    %```cpp
    %HANDLE file = Open("a.txt", 0);
    %Close(file);
    %```

    The file must be closed afterwards.

    - One item stands here in the list.
    - Another item stands there in it.

    ## Requirements

    | Requirement | Value |
    |---|---|
    | Header | Open.h |
    | DLL | Open.dll |

    """

  private static let german = """
    ---
    title: Open-Funktion
    ms.topic: reference
    ---
    # Open-Funktion

    Öffnet eine Datei auf der Platte.

    ## <a name="syntax"></a>Syntax

    %```cpp
    %HANDLE Open(
    %  LPCSTR name,
    %  DWORD  flags
    %);
    %```

    ## <a name="parameters"></a>Parameter

    *name* \\[in\\]

    Der Name der Datei, die geöffnet wird.

    *flags* \\[in\\]

    Die Flags, die sagen, wie sie geöffnet wird.

    ## <a name="return-value"></a>Rückgabewert

    | Rückgabecode | Beschreibung |
    |---|---|
    | **E\\_FAIL** | Die Datei kann nicht geöffnet werden. |

    ## <a name="remarks"></a>Hinweise

    Sehen Sie sich dieses Beispiel eines Aufrufs an:

    %```cpp
    %HANDLE file = Open("a.txt", 0);
    %Close(file);
    %```

    Die Datei muss danach geschlossen werden.

    - Ein Punkt steht hier in der Liste.
    - Ein anderer Punkt steht dort in ihr.

    ## <a name="requirements"></a>Anforderungen

    | Anforderung | Wert |
    |---|---|
    | Header | Open.h |
    | DLL | Open.dll |

    """
}
