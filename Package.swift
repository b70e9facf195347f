// swift-tools-version: 6.2
import PackageDescription

/// CI lets no warning pass; elsewhere, a compiler that warns of more must not keep docgen from being built.
let warnings: [SwiftSetting] =
  Context.environment["DOCGEN_WARNINGS"] == "error" ? [.treatAllWarnings(as: .error)] : []

/// What `.ci/fuzz` builds differs from all else.
let isFuzzing = Context.environment["DOCGEN_FUZZ"] != nil

/// Of several sanitizer flags the compiler takes the last alone, and the package manager gives them in any order.
let sanitizers = ["-sanitize=address,fuzzer"]

/// Settings that every Swift target of the package shares.
let settings: [SwiftSetting] =
  warnings + (isFuzzing ? [.unsafeFlags(sanitizers)] : []) + [
    // Modules are layers for readers, not walls for the optimizer: what is small is inlined into those above.
    .unsafeFlags(["-cross-module-optimization"], .when(configuration: .release)),
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ]

/// A Swift module of the package; the dependencies go one way only, as listed in the README.
func module(_ name: String, dependsOn dependencies: [String] = []) -> Target {
  .target(name: name, dependencies: dependencies.map { .byName(name: $0) }, swiftSettings: settings)
}

/// The tests of one module, with the shared helpers.
func tests(of name: String, dependsOn dependencies: [String] = []) -> Target {
  .testTarget(
    name: "\(name)Tests",
    dependencies: ([name, "DocgenTestSupport"] + dependencies).map { .byName(name: $0) },
    exclude: ["Fixtures"],
    swiftSettings: settings)
}

/// The fuzz targets, which need the runtime of libFuzzer.
let fuzzTargets: [Target] =
  !isFuzzing
  ? []
  : [
    .executableTarget(
      name: "docgen-fuzz", dependencies: ["DocgenLint", "DocgenModel", "DocgenMarkup", "DocgenSupport"],
      path: "Tests/Fuzz", exclude: ["corpus"],
      swiftSettings: settings + [.unsafeFlags(["-parse-as-library"])],
      linkerSettings: [.unsafeFlags(sanitizers)])
  ]

let package = Package(
  name: "docgen",
  products: [.executable(name: "docgen", targets: ["docgen"])],
  targets: [
    .systemLibrary(name: "CCmark", providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    .systemLibrary(name: "CCrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CYAML", providers: [.apt(["libyaml-dev"])]),
    // Swift itself traps what is undefined; for C, a sanitizer does.
    .target(
      name: "CDocgen",
      cSettings: isFuzzing ? [.unsafeFlags(["-fsanitize=undefined", "-fno-sanitize-recover=undefined"])] : []),

    module("DocgenSupport", dependsOn: ["CDocgen", "CCrypto"]),
    module("DocgenMarkup", dependsOn: ["DocgenSupport", "CDocgen", "CCmark", "CYAML"]),
    module("DocgenModel", dependsOn: ["DocgenMarkup", "DocgenSupport"]),
    module("DocgenLint", dependsOn: ["DocgenModel", "DocgenMarkup", "DocgenSupport"]),
    module("DocgenRender", dependsOn: ["DocgenModel", "DocgenMarkup", "DocgenSupport"]),
    module("DocgenExport", dependsOn: ["DocgenModel", "DocgenMarkup", "DocgenSupport"]),
    module("DocgenHistory", dependsOn: ["DocgenSupport", "CDocgen"]),
    module("DocgenServe", dependsOn: ["DocgenSupport", "CDocgen"]),
    module(
      "DocgenCommand",
      dependsOn: [
        "DocgenLint", "DocgenHistory", "DocgenRender", "DocgenExport", "DocgenServe", "DocgenModel", "DocgenMarkup",
        "DocgenSupport",
      ]),
    .executableTarget(name: "docgen", dependencies: ["DocgenCommand"], swiftSettings: settings),

    // How right lint is: for the developers, and no part of docgen itself.
    module("DocgenBenchmark", dependsOn: ["DocgenLint", "DocgenModel", "DocgenMarkup", "DocgenSupport"]),
    .executableTarget(name: "docgen-benchmark", dependencies: ["DocgenBenchmark"], swiftSettings: settings),

    // Optimised in debug builds, too: it counts the words of every page of the corpus, twice.
    .target(
      name: "DocgenTestSupport", dependencies: ["DocgenSupport", "CCmark"], path: "Tests/DocgenTestSupport",
      swiftSettings: settings + [.unsafeFlags(["-O"], .when(configuration: .debug))]),
    tests(of: "DocgenSupport"),
    tests(of: "DocgenMarkup", dependsOn: ["DocgenSupport", "CCmark"]),
    tests(of: "DocgenModel", dependsOn: ["DocgenMarkup", "DocgenSupport"]),
    .testTarget(
      name: "DocgenBenchmarkTests",
      dependencies: ["DocgenBenchmark", "DocgenModel", "DocgenSupport", "DocgenTestSupport"], swiftSettings: settings),
    tests(of: "DocgenLint", dependsOn: ["DocgenCommand", "DocgenModel", "DocgenMarkup", "DocgenSupport"]),
    .testTarget(
      name: "DocgenHistoryTests", dependencies: ["DocgenHistory", "DocgenSupport", "DocgenTestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "DocgenServeTests", dependencies: ["DocgenServe", "DocgenSupport", "DocgenTestSupport"],
      swiftSettings: settings),
    tests(of: "DocgenRender", dependsOn: ["DocgenModel", "DocgenMarkup", "DocgenSupport"]),
    tests(of: "DocgenExport", dependsOn: ["DocgenModel", "DocgenMarkup", "DocgenSupport"]),
    tests(
      of: "DocgenCommand",
      dependsOn: ["DocgenExport", "DocgenHistory", "DocgenLint", "DocgenModel", "DocgenMarkup", "DocgenSupport"]),
  ] + fuzzTargets
)
