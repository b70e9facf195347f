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

/// What the package manager makes the start of the program: it leaves all else to libFuzzer.
@_cdecl("docgen_fuzz_main")
public func startFuzzing(
  _ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> CInt {
  var count = count
  var arguments = arguments
  return runDriver(&count, &arguments, testOneInput)
}

/// The loop of libFuzzer, which its runtime has in C.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

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
