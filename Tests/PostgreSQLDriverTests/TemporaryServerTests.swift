import DatabaseModel
import Engines
import Foundation
import PostgreSQLDriver
import PostgreSQLServer
import PostgreSQLSupport
import SQLSyntax
import Testing

@Suite(.needsPostgreSQL) struct `A temporary server` {
  @Test func `is gone with its files when its owner is killed`() throws {
    let owner = Process()
    owner.executableURL = try builtProgram("ServerOwner")
    let output = Pipe()
    owner.standardOutput = output
    owner.standardInput = Pipe()
    try owner.run()
    let directory = try #require(line(from: output.fileHandleForReading))
    try #require(directory.hasPrefix("/tmp/"), "\(directory)")
    let identifier = try serverProcess(in: directory)
    #expect(kill(identifier, 0) == 0)
    kill(owner.processIdentifier, SIGKILL)
    owner.waitUntilExit()
    #expect(wait { !FileManager.default.fileExists(atPath: directory) })
    #expect(wait { kill(identifier, 0) != 0 })
  }

  @Test func `is gone with its files when it is let go of`() throws {
    let installation = try #require(TestServer.installation)
    var server: TemporaryServer? = try TemporaryServer(installation, flushes: true)
    let directory = try #require(server?.directory)
    let session = try PostgreSQLSession(try #require(server?.settings))
    #expect(try session.rows("SHOW fsync") == [[.text("on")]])
    server = nil
    #expect(!FileManager.default.fileExists(atPath: directory))
    #expect(session.run("SELECT 1").failure?.error.scope == .connectionLost)
  }

  @Test func `says what its programs said where it cannot start`() throws {
    let installation = try #require(TestServer.installation)
    #expect {
      try TemporaryServer(installation, parameters: ["no_such_parameter": "1"])
    } throws: { error in
      (error as? TemporaryServerError)?.message.contains("no_such_parameter") == true
    }
  }

  @Test func `makes databases that are dropped after use`() throws {
    let session = try PostgreSQLSession(TestServer.shared().settings)
    var first: TemporaryDatabase? = try TestServer.database()
    let name = try #require(first?.name)
    try first?.connect().execute("CREATE TABLE book (id int)")
    var second: TemporaryDatabase? = try TestServer.database(from: first)
    #expect(try second?.connect().rows("SELECT * FROM book") == [])
    let count = "SELECT count(*) FROM pg_database WHERE datname = '\(name)'"
    #expect(try session.rows(count) == [[.integer(1)]])
    first = nil
    second = nil
    #expect(try session.rows(count) == [[.integer(0)]])
  }

  private func serverProcess(in directory: String) throws -> pid_t {
    let file = try String(contentsOfFile: directory + "/data/postmaster.pid", encoding: .utf8)
    return try #require(pid_t(file.split(separator: "\n").first ?? ""))
  }

  private func line(from handle: FileHandle) -> String? {
    var bytes = Data()
    while let byte = try? handle.read(upToCount: 1), !byte.isEmpty, byte != Data("\n".utf8) {
      bytes += byte
    }
    return String(data: bytes, encoding: .utf8)
  }

  /// Asks again for up to 20 seconds.
  private func wait(until condition: () -> Bool) -> Bool {
    for _ in 0..<400 where !condition() { usleep(50_000) }
    return condition()
  }

  private func builtProgram(_ name: String) throws -> URL {
    let bundle = Bundle.allBundles.map(\.bundleURL).first { $0.pathExtension == "xctest" }
    let directory =
      bundle?.deletingLastPathComponent()
      ?? URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    return directory.appending(path: name)
  }
}
