import DatabaseModel
import Foundation
import PostgreSQLDriver
import PostgreSQLSupport
import Testing

@Suite struct `Connection settings` {
  @Test(arguments: [
    "postgresql://ann:geheim@nowhere.invalid:1/books", "host=nowhere.invalid password=geheim",
    "host=/tmp/no/such/directory password='geheim' dbname=geheim",
  ])
  func `show no password, whoever prints them`(text: String) throws {
    let settings = try ConnectionSettings(text)
    var dumped = ""
    dump(settings, to: &dumped)
    let shown = ["\(settings)", String(reflecting: settings), dumped]
      .map { $0.replacing("dbname=geheim", with: "") }
    #expect(!shown.contains { $0.contains("geheim") })
    #expect {
      try PostgreSQLSession(settings)
    } throws: { error in
      !"\(error)".contains("geheim") && (error as? DatabaseError)?.scope == .connectionLost
    }
  }

  @Test(arguments: [
    "host=a geheim", "password='geheim",
    "postgresql://ann:geheim@[host/books", "postgresql://ann:geheim@host/books?geheim",
    "password=a\"geheim geheim=\"1",
  ])
  func `that libpq cannot read are refused without being repeated`(text: String) {
    #expect {
      try ConnectionSettings(text)
    } throws: { error in
      let words = "\(error)"
      return !words.contains("geheim") && !words.contains("ge heim") && words.count > 20
    }
  }

  @Test func `are read from URLs and from keywords`() throws {
    let url = try ConnectionSettings("postgresql://ann:secret@host:99/books?sslmode=disable")
    let keywords = try ConnectionSettings(
      "host=host port=99 user=ann password=secret dbname=books sslmode=disable")
    #expect(url == keywords)
    #expect(url.inDatabase("other").database == "other")
    #expect("\(url)" == "host=host port=99 user=ann dbname=books")
  }
}
