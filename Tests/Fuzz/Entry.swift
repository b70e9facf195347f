import DocgenSupport
import Glibc

/// What libFuzzer calls with each input.
///
/// One program has all targets; `DOCGEN_FUZZ_TARGET` names the one to run.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  switch target {
  case .frontMatter: FrontMatterTarget.run(bytes)
  case .page: PageTarget.run(bytes)
  case .fix: FixTarget.run(bytes)
  }
  return 0
}

/// What is fuzzed.
private enum FuzzTarget: String {
  case frontMatter = "front-matter"
  case page
  case fix
}

private let target: FuzzTarget = {
  let name = getenv("DOCGEN_FUZZ_TARGET").map { String(cString: $0) } ?? ""
  guard let target = FuzzTarget(rawValue: name) else {
    fatalError("DOCGEN_FUZZ_TARGET is '\(name)'; write front-matter, page or fix")
  }
  return target
}()
