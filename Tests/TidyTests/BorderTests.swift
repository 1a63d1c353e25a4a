import Testing

/// The target borders of the architecture page, as the manifest and the sources must keep them.
@Suite struct `The borders between targets` {
  /// What each target may import of the package itself.
  static let allowed: [String: Set<String>] = [
    "SQLSyntax": [],
    "DatabaseModel": ["SQLSyntax"],
    "Migrations": ["SQLSyntax"],
    "SQLParsing": ["SQLSyntax", "CPgQuery"],
    "Resolution": ["SQLSyntax", "DatabaseModel", "Migrations"],
    "MigrationSources": ["SQLSyntax", "SQLParsing", "Migrations", "CCrypto"],
    "Engines": ["SQLSyntax", "DatabaseModel"],
    "SQLiteDriver": ["SQLSyntax", "SQLParsing", "DatabaseModel", "Engines", "CSQLite"],
    "PostgreSQLDriver": ["SQLSyntax", "SQLParsing", "DatabaseModel", "Engines", "CLibPQ"],
    "PostgreSQLServer": ["Engines", "PostgreSQLDriver", "DatabaseModel", "SQLSyntax"],
    "Simulation": ["SQLSyntax", "DatabaseModel", "Engines", "SQLParsing"],
    "Validation": ["SQLSyntax", "DatabaseModel", "Migrations", "Resolution"],
    "Recovery": ["SQLSyntax", "DatabaseModel", "Migrations", "Resolution"],
    "Execution": [
      "SQLSyntax", "DatabaseModel", "Engines", "Migrations", "Resolution", "Recovery", "Validation",
    ],
    "MigrationGenerators": [
      "SQLSyntax", "DatabaseModel", "Migrations", "Engines", "PropertyTesting",
    ],
    "PropertyTesting": [],
    "PropertyTestingSupport": ["PropertyTesting"],
    "MigrationEngine": [
      "SQLSyntax", "DatabaseModel", "Migrations", "SQLParsing", "Resolution", "MigrationSources",
      "Engines", "SQLiteDriver", "PostgreSQLDriver", "Validation", "Recovery", "Execution",
      "Simulation",
    ],
    "MigrationTesting": [
      "SQLSyntax", "DatabaseModel", "Migrations", "SQLParsing", "Resolution", "MigrationSources",
      "Engines", "SQLiteDriver", "PostgreSQLDriver", "PostgreSQLServer", "Validation", "Recovery",
      "Execution", "Simulation", "MigrationGenerators", "MigrationEngine", "PropertyTesting",
    ],
    "shaketable": ["MigrationEngine", "MigrationTesting"],
  ]

  static let packageTargets = Set(allowed.keys).union([
    "CPgQuery", "CSQLite", "CCrypto", "CLibPQ",
  ])

  @Test func `hold in every import`() throws {
    var broken: [String] = []
    for file in try SourceTree.files(in: ["Sources", "Generators"]) {
      let target = try #require(file.target)
      guard let allowed = Self.allowed[target] else {
        broken.append("\(file.path): \(target) has no border of its own")
        continue
      }
      for module in Self.imports(of: file)
      where Self.packageTargets.contains(module) && !allowed.contains(module) {
        broken.append("\(file.path) imports \(module)")
      }
    }
    #expect(broken == [])
  }

  @Test(arguments: ["CPgQuery", "CSQLite", "CCrypto", "CLibPQ"])
  func `a C library has no second owner`(library: String) throws {
    let owners = Set(
      try SourceTree.files(in: ["Sources", "Generators"])
        .filter { Self.imports(of: $0).contains(library) }
        .compactMap(\.target))
    #expect(owners.count <= 1, "\(owners.sorted())")
  }

  @Test func `public stands only in the faces and in the libraries for everybody`() throws {
    let open: Set<String> = [
      "PropertyTesting", "PropertyTestingSupport", "MigrationEngine", "MigrationTesting",
      "MigrationGenerators",
    ]
    let leaks = try SourceTree.files(in: ["Sources", "Generators"])
      .filter { !open.contains($0.target ?? "") }
      .flatMap { file in
        file.lines.enumerated()
          .filter { line in
            let code = line.element.drop { $0 == " " }
            return code.hasPrefix("public ") && !code.hasPrefix("public import ")
          }
          .map { "\(file.path):\($0.offset + 1)" }
      }
    #expect(leaks == [])
  }

  @Test func `values know no clock, chance, file or environment`() throws {
    let words = [
      "ContinuousClock", "SystemRandomNumberGenerator", ".random(", "FileManager", "getenv",
      "ProcessInfo",
    ]
    let values: Set<String> = [
      "SQLSyntax", "DatabaseModel", "Migrations", "SQLParsing", "Resolution",
    ]
    let found = try SourceTree.files(in: ["Sources", "Generators"])
      .filter { values.contains($0.target ?? "") }
      .flatMap { file in
        file.lines.enumerated()
          .filter { line in words.contains { line.element.contains($0) } }
          .map { "\(file.path):\($0.offset + 1)" }
      }
    #expect(found == [])
  }

  private static func imports(of file: SourceTree.File) -> [String] {
    file.lines.compactMap { line in
      let words = line.split(separator: " ").map(String.init)
      guard let position = words.firstIndex(of: "import"), position <= 2,
        position + 1 < words.count,
        !line.hasPrefix("//")
      else { return nil }
      return words[position + 1]
    }
  }
}
