// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "shaketable",
  products: [
    .executable(name: "shaketable", targets: ["shaketable"]),
    .library(name: "PropertyTesting", targets: ["PropertyTesting"]),
    .library(name: "PropertyTestingSupport", targets: ["PropertyTestingSupport"]),
    .library(name: "MigrationGenerators", targets: ["MigrationGenerators"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
  ],
  targets: [
    // System libraries: each is imported by exactly one Swift target under Sources.
    .systemLibrary(name: "CPgQuery", providers: [.apt(["libpg-query-dev", "libprotobuf-c-dev"])]),
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CLibPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
    .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),

    // Values: no input, output, clock or chance.
    .target(name: "SQLSyntax"),
    .target(
      name: "DatabaseModel",
      dependencies: [
        "SQLSyntax", .product(name: "HashTreeCollections", package: "swift-collections"),
      ]),
    .target(name: "Migrations", dependencies: ["SQLSyntax"]),

    // Decisions: functions from values to values.
    .target(name: "SQLParsing", dependencies: ["SQLSyntax", "CPgQuery"]),
    .target(
      name: "Resolution",
      dependencies: [
        "SQLSyntax", "DatabaseModel", "Migrations",
        .product(name: "HashTreeCollections", package: "swift-collections"),
      ]),

    // Effects: the only targets that touch files or a database.
    .target(
      name: "MigrationSources",
      dependencies: ["SQLSyntax", "SQLParsing", "Migrations", "CCrypto"]),
    .target(name: "Engines", dependencies: ["SQLSyntax", "DatabaseModel"]),
    .target(
      name: "SQLiteDriver",
      dependencies: ["SQLSyntax", "SQLParsing", "DatabaseModel", "Engines", "CSQLite"]),
    .target(
      name: "PostgreSQLDriver",
      dependencies: [
        "SQLSyntax", "SQLParsing", "DatabaseModel", "Engines", "CLibPQ",
        .product(name: "HashTreeCollections", package: "swift-collections"),
      ]),
    .target(
      name: "PostgreSQLServer",
      dependencies: ["SQLSyntax", "DatabaseModel", "Engines", "PostgreSQLDriver"]),
    .target(
      name: "Simulation",
      dependencies: [
        "SQLSyntax", "DatabaseModel", "Engines", "SQLParsing",
        .product(name: "HashTreeCollections", package: "swift-collections"),
      ]),

    // Chance.
    .target(name: "PropertyTesting", exclude: ["README.md"]),
    .target(name: "PropertyTestingSupport", dependencies: ["PropertyTesting"]),
    .target(
      name: "MigrationGenerators",
      dependencies: [
        "SQLSyntax", "DatabaseModel", "Migrations", "Engines", "PropertyTesting",
        .product(name: "HashTreeCollections", package: "swift-collections"),
      ],
      path: "Generators", exclude: ["README.md"]),

    // Faces.
    .target(
      name: "MigrationEngine",
      dependencies: [
        "SQLSyntax", "DatabaseModel", "Migrations", "SQLParsing", "Resolution", "MigrationSources",
        "Engines", "SQLiteDriver",
      ]),
    .target(
      name: "MigrationTesting",
      dependencies: [
        "SQLSyntax", "DatabaseModel", "Migrations", "SQLParsing", "Resolution", "MigrationSources",
        "Engines", "SQLiteDriver", "MigrationEngine", "MigrationGenerators", "PropertyTesting",
      ]),
    .executableTarget(
      name: "shaketable",
      dependencies: [
        "MigrationEngine", "MigrationTesting",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    // Measurements: an executable that the command line does not depend on.
    .executableTarget(
      name: "Benchmarks",
      dependencies: [
        "PropertyTesting", "ShrinkingChallenges", "SQLSyntax", "SQLParsing", "CPgQuery", "CSQLite",
        "Migrations", "Resolution", "DatabaseModel", "Engines", "Simulation", "MigrationGenerators",
      ],
      path: "Benchmarks", exclude: ["Fuzz", "Soak"]),
    // Damaged text for both parsers.
    .executableTarget(
      name: "Fuzz", dependencies: ["SQLSyntax", "SQLParsing", "TestSupport"],
      path: "Benchmarks/Fuzz"),
    // Drawn statements for model and engine.
    .executableTarget(
      name: "Soak",
      dependencies: [
        "SQLSyntax", "DatabaseModel", "Engines", "SQLiteDriver", "MigrationGenerators",
        "MigrationTesting",
      ],
      path: "Benchmarks/Soak"),
    // Cases by which shrinking is judged, in tests and in measurements.
    .target(
      name: "ShrinkingChallenges", dependencies: ["PropertyTesting"],
      path: "Tests/ShrinkingChallenges", resources: [.copy("starts.txt")]),

    // Tests.
    .target(name: "TestSupport", path: "Tests/TestSupport"),
    // What the model and the resolver are held against, by tests and by planted faults.
    .target(
      name: "Oracles",
      dependencies: [
        "SQLSyntax", "SQLParsing", "DatabaseModel", "Migrations", "Resolution",
        .product(name: "HashTreeCollections", package: "swift-collections"),
      ],
      path: "Tests/Oracles"),
    // The server that tests share, and what they skip without one.
    .target(
      name: "PostgreSQLSupport",
      dependencies: ["PostgreSQLDriver", "PostgreSQLServer"],
      path: "Tests/PostgreSQLSupport"),
    .testTarget(name: "SQLSyntaxTests", dependencies: ["SQLSyntax"]),
    .testTarget(
      name: "SQLParsingTests",
      dependencies: [
        "SQLSyntax", "SQLParsing", "CPgQuery", "CSQLite", "PropertyTesting", "TestSupport",
      ]),
    .testTarget(
      name: "DatabaseModelTests",
      dependencies: [
        "SQLSyntax", "SQLParsing", "DatabaseModel", "Oracles",
        .product(name: "HashTreeCollections", package: "swift-collections"),
      ]),
    .testTarget(
      name: "ResolutionTests",
      dependencies: [
        "SQLSyntax", "SQLParsing", "DatabaseModel", "Migrations", "Resolution", "Oracles",
      ]),
    .testTarget(
      name: "MigrationSourcesTests",
      dependencies: ["SQLSyntax", "Migrations", "MigrationSources"]),
    .testTarget(
      name: "MigrationEngineTests", dependencies: ["MigrationEngine", "SQLSyntax"]),
    .testTarget(
      name: "MigrationTestingTests", dependencies: ["MigrationTesting", "MigrationEngine"]),
    // The built command line is run as a user would.
    .testTarget(name: "CommandLineTests", dependencies: ["shaketable"]),
    .testTarget(
      name: "PropertyTestingTests",
      dependencies: ["PropertyTesting", "PropertyTestingSupport", "ShrinkingChallenges"]),
    .testTarget(
      name: "SQLiteDriverTests",
      dependencies: [
        "SQLSyntax", "SQLParsing", "DatabaseModel", "Engines", "SQLiteDriver", "TestSupport",
        "Oracles",
      ]),
    // A process that owns a temporary server, for killing.
    .executableTarget(
      name: "ServerOwner", dependencies: ["PostgreSQLServer"], path: "Tests/ServerOwner"),
    .testTarget(
      name: "PostgreSQLDriverTests",
      dependencies: [
        "ServerOwner",
        "SQLSyntax", "SQLParsing", "DatabaseModel", "Engines", "PostgreSQLDriver",
        "PostgreSQLServer", "PostgreSQLSupport",
        .product(name: "HashTreeCollections", package: "swift-collections"),
      ]),
    .testTarget(
      name: "SimulationTests",
      dependencies: [
        "SQLSyntax", "SQLParsing", "DatabaseModel", "Engines", "SQLiteDriver", "Simulation",
        "TestSupport",
      ]),
    .testTarget(
      name: "SabotageTests",
      dependencies: [
        "PropertyTesting", "ShrinkingChallenges", "SQLSyntax", "SQLParsing", "DatabaseModel",
        "Migrations", "Resolution", "MigrationEngine", "MigrationTesting", "Oracles", "Engines",
        "SQLiteDriver", "MigrationGenerators",
      ]),
    .testTarget(
      name: "MigrationGeneratorsTests",
      dependencies: [
        "SQLSyntax", "SQLParsing", "DatabaseModel", "Engines", "SQLiteDriver", "PropertyTesting",
        "MigrationGenerators",
      ]),
    .testTarget(
      name: "DifferentialTests",
      dependencies: [
        "SQLSyntax", "SQLParsing", "DatabaseModel", "Engines", "SQLiteDriver", "PropertyTesting",
        "MigrationGenerators", "MigrationTesting",
        .product(name: "HashTreeCollections", package: "swift-collections"),
      ]),
    .testTarget(name: "TidyTests"),
  ]
)

for target in package.targets where target.type != .system {
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
  ]
}
