/// A setting of the server that sessions may change.
///
/// Source: PostgreSQL 15, chapter 20.
struct SettingDefinition {
  /// As SHOW heads its column.
  var displayName: String
  var kind: Kind
  /// As SHOW prints it where nobody has set it; `nil` where that depends on the server.
  var initial: String?

  enum Kind {
    case boolean
    case integer(ClosedRange<Int>)
    /// Milliseconds.
    case time
    /// Kilobytes.
    case memory(ClosedRange<Int>)
    case enumeration([String])
    case text
    case names
  }

  static let keptByResetAll: Set<String> = ["transaction_isolation", "transaction_read_only"]

  static let all: [String: SettingDefinition] = {
    var found: [String: SettingDefinition] = [:]
    let define = { (name: String, kind: Kind, initial: String?) in
      found[name.lowercasedASCII] = SettingDefinition(
        displayName: name, kind: kind, initial: initial)
    }
    define("search_path", .names, "\"$user\", public")
    for name in [
      "lock_timeout", "statement_timeout", "idle_in_transaction_session_timeout",
      "idle_session_timeout",
    ] { define(name, .time, "0") }
    let levels = [
      "debug5", "debug4", "debug3", "debug2", "debug1", "log", "notice", "warning", "error",
    ]
    define("client_min_messages", .enumeration(levels), "notice")
    for (name, initial) in [
      ("check_function_bodies", "on"), ("standard_conforming_strings", "on"),
      ("row_security", "on"), ("default_transaction_read_only", "off"),
      ("default_transaction_deferrable", "off"), ("escape_string_warning", "on"),
      ("enable_seqscan", "on"), ("array_nulls", "on"), ("quote_all_identifiers", "off"),
    ] { define(name, .boolean, initial) }
    let isolations = ["serializable", "repeatable read", "read committed", "read uncommitted"]
    define("default_transaction_isolation", .enumeration(isolations), "read committed")
    define(
      "session_replication_role", .enumeration(["origin", "replica", "local"]), "origin")
    define("xmloption", .enumeration(["content", "document"]), "content")
    define("bytea_output", .enumeration(["escape", "hex"]), "hex")
    define(
      "synchronous_commit", .enumeration(["local", "remote_write", "remote_apply", "on", "off"]),
      nil)
    define("extra_float_digits", .integer(-15...3), "1")
    define("work_mem", .memory(64...2_147_483_647), nil)
    define("maintenance_work_mem", .memory(1024...2_147_483_647), nil)
    define("application_name", .text, nil)
    define("TimeZone", .text, nil)
    define("default_tablespace", .text, "")
    define("default_table_access_method", .text, "heap")
    return found
  }()
}

extension String {
  fileprivate var lowercasedASCII: String {
    String(decoding: utf8.map { 65...90 ~= $0 ? $0 + 32 : $0 }, as: UTF8.self)
  }
}
