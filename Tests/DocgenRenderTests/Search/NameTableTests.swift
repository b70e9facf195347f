import Testing

@testable import DocgenRender

/// Where names are split, and what of them is found by what a reader types.
@Suite struct NameTableTests {
  private func parts(_ name: String) -> String {
    let name = SearchName(name)
    var text = ""
    for (unit, start) in zip(name.units, name.starts) {
      text += ["", "-", "_", "."][Int(start.rawValue)] + String(decoding: [unit], as: UTF16.self)
    }
    return text
  }

  @Test func splitsNamesAtCapitalsAndSigns() {
    #expect(parts("CIM_Job.KillJob") == ".cim_job.kill-job")
    #expect(parts("IUIAutomation::GetRoot") == ".iui-automation.get-root")
    #expect(parts("ID2D1Factory") == ".id2-d1-factory")
    #expect(parts("WM_GETTEXT") == ".wm_gettext")
    #expect(parts("lstrcmpW") == ".lstrcmp-w")
    #expect(parts("/help (/?)") == ".help")
    #expect(parts("ÉtatGroße") == ".etat-grosse")
    #expect(parts("::") == "")
  }

  /// The rows of names, each as its letters, its name and its origin.
  private func rows(_ summaries: [PageSummary]) -> [String] {
    let entries = NameEntry.sorted(summaries)
    let table = NameTable(entries)
    return table.rows.map { row in
      let entry = entries[Int(row.name)]
      return "\(String(decoding: table.key(row), as: UTF16.self)) \(entry.name) \(entry.page)#\(entry.anchor ?? "")"
    }
  }

  private func page(_ names: [String], _ entries: [SearchEntry] = []) -> PageSummary {
    var summary = PageSummary()
    summary.searchNames = names
    summary.searchEntries = entries
    return summary
  }

  @Test func listsANameUnderAllThatAReaderMayStartWith() {
    #expect(
      rows([page(["CIM_Job.KillJob"])]) == [
        "cimjobkilljob CIM_Job.KillJob 0#", "cjkj CIM_Job.KillJob 0#", "job CIM_Job.KillJob 0#",
        "jobkilljob CIM_Job.KillJob 0#", "killjob CIM_Job.KillJob 0#", "kj CIM_Job.KillJob 0#",
      ])
    #expect(rows([page(["operator<<"])]) == ["<< operator<< 0#", "operator operator<< 0#"])
    #expect(rows([page(["<<"])]) == ["<< << 0#"])
  }

  @Test func listsPlacesAfterPagesOfTheSameName() {
    let parameter = SearchEntry(name: "swap", origin: .parameter, kind: "parameter", anchor: "parameter-swap")
    let member = SearchEntry(name: "swap", origin: .member, kind: "member", anchor: "swap")
    let section = SearchEntry(name: "swap", origin: .section, kind: "section", anchor: "swap-1")
    #expect(
      rows([page([], [parameter]), page([], [member]), page([], [section]), page(["swap"])]) == [
        "swap swap 3#", "swap swap 2#swap-1", "swap swap 1#swap", "swap swap 0#parameter-swap",
      ])
  }

  @Test func leavesOutWhatIsSaidElsewhere() {
    let link = SearchEntry(name: "KillJob", origin: .linked, kind: "method")
    let unknown = SearchEntry(name: "Other", origin: .linked, kind: "method", anchor: "method-other")
    let keyword = SearchEntry(name: "std::at", origin: .keyword)
    let section = SearchEntry(name: "at", origin: .section, kind: "section", anchor: "at")
    #expect(
      rows([page(["CIM_Job.KillJob"]), page([], [link, unknown]), page([], [keyword, section])])
        .filter { !$0.hasSuffix(" 0#") } == ["at at 2#at", "other Other 1#method-other"])
    // A keyword of many pages tells none from another.
    #expect(rows((0..<20).map { _ in page([], [SearchEntry(name: "shell", origin: .keyword)]) }).isEmpty)
  }

  @Test func hasTheBestOfVeryManyForALetterOrTwo() {
    let summaries = (0..<1000).map { page(["Value\($0)", "SetValue\($0)"]) }
    let entries = NameEntry.sorted(summaries)
    let table = NameTable(entries)
    let best = table.best.first { String(decoding: $0.key, as: UTF16.self) == "va" }
    #expect(best?.rows.count == 24)
    #expect(best.map { entries[Int($0.rows[0].name)].name } == "Value0")
    #expect(table.best.allSatisfy { $0.key.count <= NameTable.longestBest })
  }

  @Test func tellsAnchorsByTheirNames() {
    let entries = (0..<9).map { SearchEntry(name: "hWnd\($0)", origin: .parameter, anchor: "parameter-hwnd\($0)") }
    let names = NameEntry.sorted([page([], entries)])
    let forms = AnchorForms(names)
    #expect(forms.prefixes == ["parameter-"])
    func form(_ anchor: String?, _ name: String) -> AnchorForms.Form { forms.form(of: anchor, name: Array(name.utf8)) }
    #expect(form("parameter-hwnd", "hWnd") == .made(prefix: 0, number: 0))
    #expect(form("parameter-hwnd-2", "hWnd") == .made(prefix: 0, number: 2))
    #expect(form("parameter-other", "hWnd") == .full)
    #expect(form(nil, "hWnd") == AnchorForms.Form.none)
  }
}
