import Foundation
import Migrations
import SQLSyntax
import Testing

@testable import MigrationSources

@Suite struct `Bad input` {
  private func diagnostics(_ files: [String: [UInt8]]) throws -> [Diagnostic] {
    try TemporaryDirectory.with(files) { directory in
      try SourceReader.read(directory.path, dialect: .sqlite).diagnostics
    }
  }

  private func codes(_ bytes: [UInt8]) throws -> [String] {
    try diagnostics(["0001_x.sql": bytes]).map(\.code)
  }

  @Test func `that is not UTF-8 is named with its byte and place`() throws {
    let found = try diagnostics(["0001_x.sql": Array("SELECT 1;\nSELECT '".utf8) + [0xFF, 0x27]])
    let diagnostic = try #require(found.first)
    #expect(found.count == 1)
    #expect(diagnostic.code == "not-utf-8")
    #expect(diagnostic.message.contains("FF"))
    #expect(diagnostic.position == SourcePosition(line: 2, column: 9))
  }

  @Test(arguments: [[0xFF, 0xFE, 0x41, 0x00], [0xFE, 0xFF, 0x00, 0x41]] as [[UInt8]])
  func `in UTF-16 is named as what it is`(bytes: [UInt8]) throws {
    let found = try diagnostics(["0001_x.sql": bytes])
    #expect(found.map(\.code) == ["not-utf-8"])
    #expect(found.first?.message.contains("UTF-16") == true)
  }

  @Test func `with a NUL byte is named with its place`() throws {
    let found = try diagnostics(["0001_x.sql": Array("SELECT 1;\n-- ".utf8) + [0]])
    #expect(found.map(\.code) == ["nul-byte"])
    #expect(found.first?.position == SourcePosition(line: 2, column: 4))
  }

  @Test(arguments: ["", "-- nothing here\n", "/* nothing */", "\n\n"])
  func `without a statement is a warning, not an error`(text: String) throws {
    let found = try diagnostics(["0001_x.sql": Array(text.utf8)])
    #expect(found.map(\.code) == ["empty-migration"])
    #expect(found.map(\.severity) == [.warning])
  }

  @Test func `that is a directory called x.sql is named`() throws {
    let found = try diagnostics(["0001_a.sql": Array("SELECT 1;".utf8), "x.sql/readme": []])
    #expect(found.map(\.code) == ["directory-named-sql"])
    #expect(found.first?.file?.hasSuffix("/x.sql") == true)
  }

  @Test func `with one version twice names both files`() throws {
    let text = Array("SELECT 1;".utf8)
    let found = try diagnostics(["01_a.sql": text, "1_b.sql": text, "2_c.sql": text])
    #expect(found.map(\.code) == ["duplicate-version"])
    let diagnostic = try #require(found.first)
    #expect(diagnostic.file?.hasSuffix("/1_b.sql") == true)
    #expect(diagnostic.message.contains("01_a.sql"))
  }

  @Test func `that is a link to nothing is named`() throws {
    try TemporaryDirectory.with(texts: ["0001_a.sql": "SELECT 1;"]) { directory in
      try FileManager.default.createSymbolicLink(
        atPath: directory.path + "/0002_b.sql", withDestinationPath: "nowhere")
      let found = try SourceReader.read(directory.path, dialect: .sqlite).diagnostics
      #expect(found.map(\.code) == ["unreadable-file"])
      #expect(found.first?.file?.hasSuffix("/0002_b.sql") == true)
    }
  }

  @Test func `with two points before the extension is warned of and read`() throws {
    try TemporaryDirectory.with(texts: ["30_tags.up..sql": "SELECT 1;"]) { directory in
      let source = try SourceReader.read(directory.path, dialect: .sqlite)
      #expect(source.diagnostics.map(\.code) == ["odd-file-name"])
      #expect(source.set.migrations.count == 1)
    }
  }

  @Test func `that is no directory is an error of its own`() throws {
    #expect(throws: SourceError.missing("/no/such/place")) {
      try SourceReader.read("/no/such/place")
    }
    try TemporaryDirectory.with(texts: ["README.md": ""]) { directory in
      #expect(throws: SourceError.noMigrations(directory.path)) {
        try SourceReader.read(directory.path)
      }
      #expect(throws: SourceError.notADirectory(directory.path + "/README.md")) {
        try SourceReader.read(directory.path + "/README.md")
      }
    }
  }
}
