import CLibPQ
import DatabaseModel
import Engines
import Glibc
import SQLSyntax

/// The only owner of a `PGconn *`: connected by `init`, closed by `deinit`, never copied.
@safe struct PostgreSQLHandle: ~Copyable {
  private let connection: OpaquePointer
  private let notices: NoticeCollector
  private let settings: ConnectionSettings

  /// Connects, in UTF-8 whatever the environment says.
  ///
  /// - Throws: libpq's words where the server is not reached or refuses; it gives no SQLSTATE then.
  init(_ settings: ConnectionSettings) throws(DatabaseError) {
    var values = settings.values
    values["client_encoding"] = "UTF8"
    if values["fallback_application_name"] == nil {
      values["fallback_application_name"] = "shaketable"
    }
    guard let connection = unsafe Self.connect(values) else {
      throw DatabaseError(message: "out of memory", scope: .connectionLost)
    }
    guard unsafe PQstatus(connection) == CONNECTION_OK else {
      let message = settings.withoutPassword(unsafe Self.message(of: connection))
      unsafe PQfinish(connection)
      throw DatabaseError(message: message, scope: .connectionLost)
    }
    unsafe self.connection = connection
    self.settings = settings
    notices = NoticeCollector()
    unsafe PQsetNoticeReceiver(
      connection, receiveNotice, Unmanaged.passUnretained(notices).toOpaque())
  }

  deinit { unsafe PQfinish(connection) }

  private static func connect(_ values: [String: String]) -> OpaquePointer? {
    let pairs = values.sorted { $0.key < $1.key }
    let keywords = CStrings(pairs.map(\.key))
    let texts = CStrings(pairs.map(\.value))
    return unsafe PQconnectdbParams(keywords.pointer, texts.pointer, 0)
  }

  private static func message(of connection: OpaquePointer) -> String {
    let message = unsafe PQerrorMessage(connection).map { unsafe String(cString: $0) } ?? ""
    return message.last == "\n" ? String(message.dropLast()) : message
  }

  /// What libpq says of the connection itself.
  var message: String { settings.withoutPassword(unsafe Self.message(of: connection)) }

  var isAlive: Bool { unsafe PQstatus(connection) == CONNECTION_OK }

  var processIdentifier: Int32 { unsafe PQbackendPID(connection) }

  /// A setting that the server reports by itself: `server_version`, `TimeZone`, ….
  func parameter(_ name: String) -> String? {
    unsafe PQparameterStatus(connection, name).map { unsafe String(cString: $0) }
  }

  /// A lost connection has no transaction any more.
  var status: TransactionStatus {
    switch unsafe PQtransactionStatus(connection) {
    case PQTRANS_INTRANS, PQTRANS_ACTIVE: .inTransaction
    case PQTRANS_INERROR: .failed
    default: .idle
    }
  }

  /// The notices since the last call, in order.
  func takeNotices() -> [DatabaseNotice] {
    defer { notices.notices = [] }
    return notices.notices
  }
}

// MARK: Statements

extension PostgreSQLHandle {
  /// Sends one statement as a query of its own; `false` where the connection refuses that.
  func send(_ sql: String) -> Bool { unsafe PQsendQuery(connection, sql) == 1 }

  /// Sends a statement with values, whose types the server infers.
  func send(_ sql: String, with parameters: [SQLValue]) -> Bool {
    let texts = CStrings(parameters.map(\.parameterText))
    return unsafe PQsendQueryParams(
      connection, sql, Int32(clamping: parameters.count), nil, texts.pointer, nil, nil, 0) == 1
  }

  /// The next result of what was sent; `nil` at its end.
  ///
  /// A session that the server ends gives its SQLSTATE here first; `PQexec` would lose it.
  func nextResult() -> PostgreSQLResult? {
    unsafe PQgetResult(connection).map { unsafe PostgreSQLResult(owning: $0) }
  }

  /// Whether ``nextResult()`` would wait, after up to some milliseconds in which it might not.
  func isBusy(afterMilliseconds wait: Int32) -> Bool {
    unsafe PQflush(connection)
    _ = unsafe PQconsumeInput(connection)
    guard unsafe PQisBusy(connection) == 1, wait > 0 else {
      return unsafe PQisBusy(connection) == 1
    }
    var descriptor = pollfd(fd: unsafe PQsocket(connection), events: Int16(POLLIN), revents: 0)
    _ = unsafe Glibc.poll(&descriptor, 1, wait)
    _ = unsafe PQconsumeInput(connection)
    return unsafe PQisBusy(connection) == 1
  }

  /// Asks the server to cancel the statement that runs; `false` where it cannot be asked.
  func cancel() -> Bool {
    guard let request = unsafe PQgetCancel(connection) else { return false }
    defer { unsafe PQfreeCancel(request) }
    var words = [CChar](repeating: 0, count: 256)
    return unsafe PQcancel(request, &words, Int32(words.count)) == 1
  }
}

// MARK: COPY

extension PostgreSQLHandle {
  /// Gives the server the lines of a COPY FROM STDIN; without any, tells it that there are none.
  func answerCopy(_ data: [UInt8]?) {
    guard let data else {
      unsafe PQputCopyEnd(connection, "no data stands behind the statement")
      return
    }
    unsafe data.withUnsafeBytes { bytes in
      let start = unsafe bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
      unsafe _ = PQputCopyData(connection, start, Int32(clamping: bytes.count))
    }
    unsafe PQputCopyEnd(connection, nil)
  }

  /// The next line of a COPY TO STDOUT, without its end; `nil` after the last.
  func nextCopyLine() -> String? {
    var buffer: UnsafeMutablePointer<CChar>?
    let count = unsafe PQgetCopyData(connection, &buffer, 0)
    guard count >= 0, let line = unsafe buffer else { return nil }
    defer { unsafe PQfreemem(line) }
    let bytes = unsafe UnsafeRawBufferPointer(start: line, count: Int(count))
    let text = unsafe String(decoding: bytes, as: UTF8.self)
    return text.last == "\n" ? String(text.dropLast()) : text
  }
}

/// Keeps what the server says beside its answers.
final class NoticeCollector {
  var notices: [DatabaseNotice] = []
}

/// libpq calls this while it reads; the result belongs to libpq.
private func receiveNotice(_ collector: UnsafeMutableRawPointer?, _ result: OpaquePointer?) {
  guard let collector = unsafe collector, let result = unsafe result else { return }
  let fields = unsafe DiagnosticFields(result)
  let notices = unsafe Unmanaged<NoticeCollector>.fromOpaque(collector).takeUnretainedValue()
  notices.notices.append(fields.notice)
}
