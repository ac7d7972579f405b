// swift-tools-version: 6.2
import PackageDescription

let house: [SwiftSetting] = [
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .treatAllWarnings(as: .error),
]
let grdb: [Target.Dependency] = [
  .product(name: "GRDB", package: "GRDB.swift"), .product(name: "GRDBSQLite", package: "GRDB.swift"),
]
let package = Package(
  name: "brief-sync",
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
  ],
  targets: [
    .target(name: "BriefModel", swiftSettings: house),
    .systemLibrary(name: "CZstd", path: "Sources/CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),
    .target(name: "BriefStore", dependencies: ["BriefModel", "CZstd", .product(name: "Crypto", package: "swift-crypto")] + grdb, swiftSettings: house),
    .target(name: "BriefWriting", dependencies: ["BriefModel", "BriefStore",
        .product(name: "TOMLKit", package: "TOMLKit"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
] + grdb, path: "Daemon/BriefWriting", swiftSettings: house),
    .testTarget(name: "BriefModelTests", dependencies: ["BriefModel"], swiftSettings: house),
    .testTarget(name: "BriefWritingTests", dependencies: ["BriefModel", "BriefStore", "BriefWriting"] + grdb, swiftSettings: house),
  ],
  swiftLanguageModes: [.v6]
)
