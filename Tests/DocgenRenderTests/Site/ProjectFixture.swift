import DocgenModel
import DocgenRender
import DocgenSupport
import DocgenTestSupport

/// A small project in a folder of its own, and the site that is built of it.
final class ProjectFixture {
  let folder: TemporaryFolder
  let locales: [String]

  var content: String { folder.path + "/content" }
  var output: String { folder.path + "/site" }

  init(_ files: [String: String] = ProjectFixture.files, locales: [String] = ["en", "de", "fr"]) throws {
    self.locales = locales
    var all: [String: String] = [:]
    for (name, text) in files { all["content/" + name] = text }
    folder = try TemporaryFolder(all)
  }

  func settings(output: String? = nil) -> SiteSettings {
    var settings = SiteSettings(outputFolder: output ?? self.output, titles: locales.map { "Reference (\($0))" })
    settings.linkMappings = [
      .init(prefix: "/windows/win32/", targets: locales.map { _ in "" }),
      .init(prefix: "/windows/", targets: locales.map { "https://learn.example/\($0)/windows/" }),
    ]
    return settings
  }

  @discardableResult
  func build(_ settings: SiteSettings? = nil) throws -> SiteReport {
    let catalog = try PageCatalog(contentFolder: content, locales: locales)
    let vocabularies = try locales.map { try VocabularySource.builtIn.vocabulary($0) }
    let loader = PageLoader(catalog: catalog, vocabularies: vocabularies)
    return try SiteBuilder(loader: loader, settings: settings ?? self.settings()).build()
  }

  /// The text of a file of the site.
  func page(_ path: String) throws -> String {
    String(decoding: try FileSystem.read(output + "/" + path), as: UTF8.self)
  }

  /// All files below a folder, with what they hold.
  static func files(below folder: String, _ path: String = "") throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for entry in try FileSystem.list(folder + "/" + path) {
      let child = path.isEmpty ? entry.name : path + "/" + entry.name
      if entry.kind == .folder {
        files.merge(try Self.files(below: folder, child)) { $1 }
      } else {
        files[child] = try FileSystem.read(folder + "/" + child)
      }
    }
    return files
  }

  static let files: [String: String] = [
    "en/index.md": """
    ---
    title: Welcome
    ---
    # Welcome

    [jobs](Jobs/index.md) and [kill](jobs/CIM-Job-KillJob.md#parameters).
    """,
    "de/index.md": "---\ntitle: Willkommen\n---\n# Willkommen\n\n[Auftr\u{E4}ge](Jobs/index.md)\n",
    "en/Jobs/toc.yml": """
    - name: Jobs
      href: index.md
      items:
      - name: CIM_Job
        href: cim-job.md
        items:
        - name: KillJob
          href: cim-job-killjob.md
      - name: Elsewhere
        href: /windows/desktop/jobs
      - name: Odd name
        href: odd name+100%.md
    """,
    "en/Jobs/index.md": "---\ntitle: Jobs\n---\n# Jobs\n\nText.\n",
    "en/Jobs/cim-job.md": """
    ---
    title: CIM_Job class
    api_name:
    - CIM_Job
    topic_type:
    - APIRef
    ---
    # CIM\\_Job class

    A job. See [**KillJob**](cim-job-killjob.md#return-4), [here](/windows/win32/Jobs/cim-job-killjob),
    [there](/windows/desktop/x), [odd](odd%20name+100%25.md), [gone](gone.md) and [a picture](images/a.png).

    ![A picture](images/a.png) ![Not there](images/b.png)
    """,
    "en/Jobs/cim-job-killjob.md": ProjectFixture.killJob,
    "de/Jobs/cim-job-killjob.md": ProjectFixture.killJobInGerman,
    "en/Jobs/odd name+100%.md": """
    ---
    title: Odd name
    ---
    # Odd name

    [back](CIM-JOB.md) [up](../index.md) [self](#odd)
    """,
    "en/Jobs/unlisted.md": "---\ntitle: Not in the contents\n---\n# Not in the contents\n",
    "en/Jobs/images/a.png": "not really a picture",
    "en/guide/first.md": "# First guide\n\n## One\n\ntext\n\n## Two\n\ntext\n",
    "en/guide/second.md": "---\ntitle: Second guide\n---\n",
    "fr/guide/second.md": "---\ntitle: Deuxi\u{E8}me guide\n---\n# Deuxi\u{E8}me guide\n",
  ]
}

extension ProjectFixture {
  static let killJob = """
    ---
    title: KillJob method of the CIM_Job class
    description: Ends \\"a\\" job.
    ms.date: 05/31/2018
    api_name:
    - CIM_Job.KillJob
    ---
    # KillJob method of the CIM\\_Job class

    Ends a job.

    ## Syntax

    ```mof
    uint32 KillJob(
      [in] boolean DeleteOnKill  // a comment
    );
    ```

    ## Parameters

    <dl> <dt>

    *DeleteOnKill* \\[in, optional\\]
    </dt> <dd>

    Whether to delete [the job](cim-job.md).

    </dd> </dl>

    ## Return value

    <dl> <dt>

    **Success** (0)
    </dt> <dt>

    **Failed** (4)
    </dt> <dd>

    Something went wrong.

    </dd> <dt>

    **DMTF Reserved** (8..32767)
    </dt> </dl>

    ## Requirements

    | Requirement | Value |
    |-------------|-------|
    | Minimum supported client<br/> | Windows 8.1<br/> |
    | Namespace<br/> | Root\\\\virtualization\\\\v2<br/> |
    | DLL<br/> | <dl> <dt>Vmms.exe</dt> </dl> |

    ## See also

    <dl> <dt>

    [**CIM\\_Job**](cim-job.md)
    </dt> </dl>

    """

  static let killJobInGerman = """
    ---
    title: KillJob-Methode der CIM_Job-Klasse
    ms.translationtype: MT
    ms.lasthandoff: 08/28/2021
    ---
    # <a name="killjob-method-of-the-cim_job-class"></a>KillJob-Methode der CIM\\_Job-Klasse

    Beendet einen Auftrag.

    ## <a name="syntax"></a>Syntax

    ```mof
    uint32 KillJob(
      [in] boolean DeleteOnKill  // a comment
    );
    ```

    ## <a name="parameters"></a>Parameter

    <dl> <dt>

    *Deleteonkill* \\[ in, optional\\]
    </dt> <dd>

    Ob [der Auftrag](cim-job.md) gel\u{F6}scht wird.

    </dd> </dl>

    ## R\u{FC}ckgabewert

    <dl> <dt>

    **Erfolg** (0)
    </dt> <dt>

    **Fehler** (4)
    </dt> <dd>

    Etwas ging schief.

    </dd> <dt>

    **F\u{FC}r die DMTF reserviert** (8..32767)
    </dt> </dl>

    ## <a name="requirements"></a>Anforderungen

    | Anforderung | Wert |
    |-------------|-------|
    | Client<br/> | Windows 8.1<br/> |
    | Namespace<br/> | Root\\\\virtualization\\\\v2<br/> |
    | DLL<br/> | <dl> <dt>Vmms.exe</dt> </dl> |

    ## Siehe auch

    <dl> <dt>

    [**CIM\\_Job**](cim-job.md)
    </dt> </dl>

    """
}
