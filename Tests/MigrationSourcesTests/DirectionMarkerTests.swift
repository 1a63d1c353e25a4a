import SQLSyntax
import Testing

@testable import MigrationSources

@Suite struct `Marker lines` {
  private func parts(_ text: String) -> (up: String, down: String, markers: DirectionMarkers) {
    let source = SourceText(name: "x.sql", text: text)
    let markers = DirectionMarkers(source)
    let join = { (ranges: [SourceRange]) in
      ranges.map { source[$0] }.joined().split(whereSeparator: \.isNewline).joined(separator: "|")
    }
    return (join(markers.up), join(markers.down), markers)
  }

  @Test(arguments: [
    "-- +goose Up\nA;\n-- +goose Down\nB;\n",
    "-- migrate:up\nA;\n-- migrate:down\nB;\n",
    "-- +migrate Up\r\nA;\n  -- +migrate Down\nB;",
    "--migrate:up\nA;\n\t--migrate:down\nB;\n",
  ])
  func `cut a file in two`(text: String) {
    let parts = parts(text)
    #expect(parts.up == "A;")
    #expect(parts.down == "B;")
  }

  @Test func `are not seen inside of a statement's text`() {
    #expect(parts("SELECT '-- migrate:up';\n").markers.isEmpty)
  }

  @Test(arguments: [
    "-- +goose NO TRANSACTION\n", "-- migrate:up transaction:false\n", "-- no-transaction\nA",
    "-- +migrate Up notransaction\n", "-- transactional: false\n", "-- atlas:txmode none\n",
    "-- shaketable:no-transaction\n",
  ])
  func `opt out of a transaction`(text: String) {
    #expect(parts(text).markers.noTransaction != nil)
  }

  @Test(arguments: ["A;\n-- no-transaction\n", "-- migrate:up\n", "-- +goose Up\n"])
  func `otherwise leave the transaction alone`(text: String) {
    #expect(parts(text).markers.noTransaction == nil)
  }

  @Test func `name what a file depends on, each with its place`() {
    let text = "-- depends: 0001_users, 0002_teams\nA;\n"
    let source = SourceText(name: "x.sql", text: text)
    let found = DirectionMarkers(source).dependencies
    #expect(found.map(\.reference) == ["0001_users", "0002_teams"])
    #expect(found.map { source[$0.range] } == ["0001_users", "0002_teams"])
  }
}
