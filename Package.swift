// swift-tools-version: 6.2
import PackageDescription

// The architecture, bottom module first. ARCHITECTURE.md says why it is cut this way.
let package = Package(
  name: "brief-sync",
  products: [
    .library(name: "BriefClient", targets: ["BriefModel", "BriefClient"]),
    .executable(name: "brief-sync", targets: ["brief-sync"]),
    .executable(name: "brief-syncd", targets: ["brief-syncd"]),
    .executable(name: "brief-sync-alert", targets: ["brief-sync-alert"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
  ],
  targets: [
    // Sources: pure or read-only, linked by both sides.
    .library("CZstd", in: "Sources", pkgConfig: "libzstd", apt: "libzstd-dev"),
    .module("BriefModel", in: "Sources"),
    .module("BriefParsing", in: "Sources", ["BriefModel"]),
    .module("BriefExtraction", in: "Sources", ["BriefModel", "BriefParsing"]),
    .bytes("CCatalogue", in: "Sources"),
    .module("BriefCatalogue", in: "Sources", ["CCatalogue"], exclude: ["topics.json"]),
    .module("BriefTopics", in: "Sources", ["BriefModel", "BriefCatalogue"]),
    .module(
      "BriefConfiguration", in: "Sources",
      ["BriefModel", "BriefExtraction", "BriefTopics", .toml]),
    .module("BriefStore", in: "Sources", ["BriefModel", "CZstd", .crypto, .grdb, .sqlite]),

    // Daemon: touches the network or writes.
    .library("CCurl", in: "Daemon", pkgConfig: "libcurl", apt: "libcurl4-openssl-dev"),
    .library("CZlib", in: "Daemon", pkgConfig: "zlib", apt: "zlib1g-dev"),
    .library("CBrotli", in: "Daemon", pkgConfig: "libbrotlidec", apt: "libbrotli-dev"),
    .module("BriefFetching", in: "Daemon", ["BriefModel", "CCurl", "CZlib", "CBrotli", "CZstd"]),
    .module("BriefWriting", in: "Daemon", ["BriefModel", "BriefStore", .grdb, .sqlite]),
    .module(
      "BriefAlerting", in: "Daemon",
      ["BriefModel", "BriefConfiguration", "BriefFetching", .crypto]),
    .module(
      "BriefDaemon", in: "Daemon",
      [
        "BriefModel", "BriefParsing", "BriefExtraction", "BriefTopics", "BriefConfiguration",
        "BriefStore", "BriefFetching", "BriefWriting", "BriefAlerting", .grdb, .sqlite, .nio,
        .nioHTTP, .nioSockets,
      ]),
    .program(
      "brief-syncd", in: "Daemon",
      [
        "BriefDaemon", "BriefConfiguration", "BriefModel", "BriefTopics", "BriefStore",
        "BriefWriting", "BriefAlerting", .arguments,
      ]),
    .program(
      "brief-sync-alert", in: "Daemon",
      ["BriefAlerting", "BriefConfiguration", "BriefTopics", .arguments]),

    // Client: only reads.
    .module("BriefClient", in: "Client", ["BriefModel", "BriefStore"]),
    .module("BriefReport", in: "Client", ["BriefModel", "BriefClient"]),
    .module(
      "BriefCommands", in: "Client",
      [
        "BriefModel", "BriefParsing", "BriefExtraction", "BriefTopics", "BriefConfiguration",
        "BriefClient", "BriefReport", .arguments,
      ]),
    .program("brief-sync", in: "Client", ["BriefCommands"]),

    // Tests: one target a module, and the programs that measure.
    .module("TestSupport", in: "Tests"),
    .tests("BriefModelTests", ["BriefModel"]),
    .tests("BriefParsingTests", ["BriefModel", "BriefParsing", "TestSupport"]),
    .tests("BriefExtractionTests", ["BriefModel", "BriefExtraction", "TestSupport"]),
    .tests("BriefTopicsTests", ["BriefModel", "BriefTopics", "BriefCommands"]),
    .tests("BriefStoreTests", ["BriefModel", "BriefStore"]),
    .tests("BriefConfigurationTests", ["BriefModel", "BriefConfiguration"]),
    .tests("BriefFetchingTests", ["BriefModel", "BriefFetching", "TestSupport"]),
    .tests("BriefWritingTests", ["BriefModel", "BriefStore", "BriefWriting", .grdb, .sqlite]),
    .tests(
      "BriefAlertingTests",
      ["BriefModel", "BriefConfiguration", "BriefFetching", "BriefAlerting", "TestSupport"]),
    .tests(
      "BriefDaemonTests",
      [
        "BriefModel", "BriefTopics", "BriefStore", "BriefFetching", "BriefWriting", "BriefAlerting",
        "BriefDaemon", "BriefExtraction", "BriefConfiguration", "TestSupport", .grdb, .sqlite,
      ]),
    .tests(
      "BriefClientTests", ["BriefModel", "BriefStore", "BriefWriting", "BriefClient", .grdb]),
    .tests("BriefReportTests", ["BriefModel", "BriefClient", "BriefReport"]),
    .tests(
      "BriefCommandsTests",
      [
        "BriefModel", "BriefStore", "BriefWriting", "BriefCommands", "brief-sync", "brief-syncd",
        .arguments,
      ]),
    .program("ScheduleBench", in: "Tests/Benchmarks", ["BriefDaemon", "BriefModel"]),
    .program("DiffWords", in: "Tests/Benchmarks", ["BriefModel"]),
    .program("EmptyProgram", in: "Tests/Benchmarks", ["BriefCommands"]),
    .program(
      "StageCost", in: "Tests/Benchmarks",
      [
        "BriefModel", "BriefParsing", "BriefExtraction", "BriefTopics", "BriefStore", "BriefDaemon",
      ]),
    .program("TopicCost", in: "Tests/Benchmarks", ["BriefModel", "BriefTopics"]),
    .program(
      "StoreProbe", in: "Tests/Benchmarks",
      ["BriefModel", "BriefStore", "BriefWriting", "BriefClient", .grdb]),
    .program(
      "StoreMaker", in: "Tests/Benchmarks",
      [
        "BriefModel", "BriefCatalogue", "BriefTopics", "BriefStore", "BriefWriting", "BriefDaemon",
      ]),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)

extension Target {
  static func module(
    _ name: String, in folder: String, _ dependencies: [Dependency] = [], exclude: [String] = []
  ) -> Target {
    .target(
      name: name, dependencies: dependencies, path: "\(folder)/\(name)", exclude: exclude,
      swiftSettings: .house)
  }

  /// A file put into the program by C's `#embed`.
  static func bytes(_ name: String, in folder: String) -> Target {
    .target(name: name, path: "\(folder)/\(name)")
  }

  static func program(_ name: String, in folder: String, _ dependencies: [Dependency]) -> Target {
    .executableTarget(
      name: name, dependencies: dependencies, path: "\(folder)/\(name)", swiftSettings: .house)
  }

  static func library(_ name: String, in folder: String, pkgConfig: String, apt: String) -> Target {
    .systemLibrary(
      name: name, path: "\(folder)/\(name)", pkgConfig: pkgConfig, providers: [.apt([apt])])
  }

  static func tests(_ name: String, _ dependencies: [Dependency]) -> Target {
    .testTarget(
      name: name, dependencies: dependencies, path: "Tests/\(name)", swiftSettings: .house)
  }
}

extension Target.Dependency {
  static let arguments = product(name: "ArgumentParser", package: "swift-argument-parser")
  static let crypto = product(name: "Crypto", package: "swift-crypto")
  static let grdb = product(name: "GRDB", package: "GRDB.swift")
  static let sqlite = product(name: "GRDBSQLite", package: "GRDB.swift")
  static let nio = product(name: "NIOCore", package: "swift-nio")
  static let nioHTTP = product(name: "NIOHTTP1", package: "swift-nio")
  static let nioSockets = product(name: "NIOPosix", package: "swift-nio")
  static let toml = product(name: "TOMLKit", package: "TOMLKit")
}

extension [SwiftSetting] {
  static var house: [SwiftSetting] {
    [
      .enableUpcomingFeature("InternalImportsByDefault"),
      .enableUpcomingFeature("MemberImportVisibility"),
      .enableUpcomingFeature("ExistentialAny"),
      .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
      .treatAllWarnings(as: .error),
    ]
  }
}
