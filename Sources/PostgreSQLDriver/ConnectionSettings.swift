import CLibPQ
package import DatabaseModel

/// Where a server is and as whom to connect: a URL or a keyword string, read as libpq reads it.
///
/// What it leaves open is for libpq to fill in, from the PG* variables, `~/.pgpass` and its defaults.
///
/// - Invariant: No description of it, and no error of it, holds a password.
package struct ConnectionSettings: Hashable, Sendable {
  private(set) var values: [String: String]

  /// Reads `postgresql://…`, `host=… dbname=…`, or nothing at all.
  ///
  /// - Throws: What libpq says of text that it cannot read, without the text.
  package init(_ text: String) throws(DatabaseError) {
    values = [:]
    var message: UnsafeMutablePointer<CChar>?
    guard let options = unsafe PQconninfoParse(text, &message) else {
      let words = unsafe message.map { unsafe String(cString: $0) } ?? "out of memory"
      unsafe PQfreemem(message)
      throw DatabaseError(message: Self.withoutQuotations(words), scope: .connectionLost)
    }
    defer { unsafe PQconninfoFree(options) }
    var option = unsafe options
    while let keyword = unsafe option.pointee.keyword {
      if let value = unsafe option.pointee.val {
        unsafe values[String(cString: keyword)] = unsafe String(cString: value)
      }
      unsafe option += 1
    }
  }

  /// A server that listens on a socket in a directory.
  package init(socketDirectory: String, user: String, database: String) {
    values = ["host": socketDirectory, "user": user, "dbname": database]
  }

  /// The same server and user, in another database.
  package func inDatabase(_ name: String) -> ConnectionSettings {
    var copy = self
    copy.values["dbname"] = name
    return copy
  }

  package var database: String? { values["dbname"] }
  package var host: String? { values["host"] }
  package var user: String? { values["user"] }

  /// A text without the password, should one stand in it.
  func withoutPassword(_ text: String) -> String {
    guard let password = values["password"], !password.isEmpty else { return text }
    return text.split(separator: password, omittingEmptySubsequences: false)
      .joined(separator: "***")
  }

  /// libpq quotes what it cannot read, and that may be a part of a password, with quotes in it.
  private static func withoutQuotations(_ message: String) -> String {
    let trimmed = message.last == "\n" ? String(message.dropLast()) : message
    guard let quotation = trimmed.firstIndex(of: "\"") else { return trimmed }
    return trimmed[..<quotation] + "… (the rest could hold a password)"
  }
}

extension ConnectionSettings: CustomStringConvertible, CustomReflectable {
  /// `host=/tmp dbname=books`, without the password.
  package var description: String {
    ["host", "port", "user", "dbname"].compactMap { keyword in
      values[keyword].map { "\(keyword)=\($0)" }
    }.joined(separator: " ")
  }

  package var customMirror: Mirror { Mirror(self, children: ["settings": description]) }
}
