import DocgenModel
import DocgenSupport
import DocgenTestSupport
import Testing

@testable import DocgenExport

@Suite struct InventoryTests {
  @Test(arguments: ["en", "de"])
  func listsTheNamesOfTheExamples(locale: String) throws {
    let locales = locale == "en" ? ["en"] : ["en", locale]
    let loader = try Project.examples(locales)
    let inventory = Inventory.make(
      loader: loader, locale: locales.count - 1, paths: SitePaths(loader.catalog), jobs: 2
    ).inventory
    Snapshot.expect(String(decoding: inventory.body, as: UTF8.self), "inventory/\(locale).txt")
  }

  @Test func beginsWithFourLines() {
    let bytes = Inventory([]).bytes(project: "two\nlines", version: "1.0")
    let lines = bytes.split(separator: 0x0A, maxSplits: 4).map { String(decoding: $0, as: UTF8.self) }
    #expect(
      lines.prefix(4) == [
        "# Sphinx inventory version 2", "# Project: two lines", "# Version: 1.0",
        "# The remainder of this file is compressed using zlib.",
      ])
    #expect(Array(bytes.suffix(4)) == [0, 0, 0, 1])
  }

  @Test func keepsOneOfEachName() {
    func entry(_ name: String, _ priority: Int, _ uri: String, kind: String = "method") -> Inventory.Entry {
      Inventory.Entry(name: name, role: InventoryRole(kind: kind, name: name), priority: priority, uri: uri)
    }
    let inventory = Inventory([
      entry("B.c", 2, "1"), entry("B.c", 1, "2"), entry("B.c", 1, "3"), entry("A.b", 1, "4$"),
      entry("A.b", 1, "5", kind: "function"),
    ])
    #expect(
      String(decoding: inventory.body, as: UTF8.self) == """
        A.b c:function 1 5 -
        A.b std:label 1 4%24 -
        B.c std:label 1 2 -

        """)
  }

  @Test(arguments: [
    ("function", "BitBlt", "c:function"), ("function", "Gdiplus::Bitmap::Bitmap", "cpp:function"),
    ("callback", "WndProc", "c:function"), ("message", "WM_PAINT", "c:macro"), ("structure", "POINT", "c:struct"),
    ("union", "U", "c:union"), ("enumeration", "E", "c:enum"), ("interface", "IUnknown", "cpp:class"),
    ("method", "IUnknown::Release", "cpp:function"), ("method", "CIM_Job.KillJob", "std:label"),
    ("class", "CIM_Job", "cpp:class"), ("class", "CIM_Job.JobStatus", "std:label"), ("element", "rule", "std:label"),
  ])
  func rolesFollowFromKinds(kind: String, name: String, role: String) {
    #expect(InventoryRole(kind: kind, name: name).description == role)
  }
}
