import Testing

@testable import DocgenRender

/// Where names are split, and in which file they are looked for.
@Suite struct NameShardsTests {
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

  /// The names in the file for what is typed.
  private func names(_ shards: NameShards, _ all: [String], typed: String) -> Set<String> {
    let units = SearchName(typed).units
    let place = shards.shards.lastIndex { !units.lexicographicallyPrecedes($0.key) } ?? 0
    let isShort = shards.shards.dropFirst(place + 1).first?.key.starts(with: units) ?? false
    let best = shards.bestShards.last { !units.lexicographicallyPrecedes($0.key) }
    return Set((isShort ? best?.names ?? [] : shards.shards[place].names).map { all[Int($0)] })
  }

  @Test(arguments: [10, 100, 1000, 10000])
  func leadsToANameByWhatIsTyped(limit: Int) {
    var all = ["CIM_Job.KillJob", "CreateWindowEx", "WM_GETTEXT", "Msvm_CollectionReferencePointExportJob"]
    for first in ["Get", "Set", "Create", "Kill", "Query"] {
      for second in ["Window", "Job", "State", "Point", "Text"] { all.append(first + second + "Object") }
    }
    let shards = NameShards(all.map { SearchName($0) }, limit: limit)
    #expect(!zip(shards.shards, shards.shards.dropFirst()).contains { !$0.key.lexicographicallyPrecedes($1.key) })
    for (typed, name) in [
      ("cim_job.killjob", "CIM_Job.KillJob"), ("killjob", "CIM_Job.KillJob"), ("cjkj", "CIM_Job.KillJob"),
      ("cjkjob", "CIM_Job.KillJob"), ("kj", "CIM_Job.KillJob"), ("killj", "CIM_Job.KillJob"),
      ("illjob", "CIM_Job.KillJob"), ("klljob", "CIM_Job.KillJob"), ("kiljob", "CIM_Job.KillJob"),
      ("windowex", "CreateWindowEx"), ("reatewindowex", "CreateWindowEx"), ("cratewindowex", "CreateWindowEx"),
      ("cwe", "CreateWindowEx"), ("gettext", "WM_GETTEXT"), ("mcrpejob", "Msvm_CollectionReferencePointExportJob"),
      ("mcrpej", "Msvm_CollectionReferencePointExportJob"), ("getwindowobject", "GetWindowObject"),
      ("gwo", "GetWindowObject"), ("stateobject", "QueryStateObject"),
    ] {
      #expect(names(shards, all, typed: typed).contains(name), "\(typed) with \(limit) letters in a file")
    }
  }

  @Test func keepsFilesSmallWhateverNamesHaveInCommon() {
    let all = (0..<2000).map { "Win32_PerfRawData_Counters_ProcessorInformation.Value\($0)" }
    let shards = NameShards(all.map { SearchName($0) }, limit: 6000)
    #expect(shards.shards.allSatisfy { $0.names.count <= 150 })
    #expect(shards.shards.count < 3000)
    let typed = "win32_perfrawdata_counters_processorinformation.value1234"
    #expect(names(shards, all, typed: typed).contains(all[1234]))
    #expect(names(shards, all, typed: "win").count <= 48, "only the best for what is typed first")
  }
}
