import CLibPQ
import DatabaseModel
import Engines

/// The only owner of a `PGresult *`: cleared by `deinit`, never copied.
@safe struct PostgreSQLResult: ~Copyable {
  private let pointer: OpaquePointer

  @unsafe init(owning pointer: OpaquePointer) {
    unsafe self.pointer = pointer
  }

  deinit { unsafe PQclear(pointer) }

  /// What kind of answer it is.
  enum Kind {
    case rows
    case command
    case copyIn
    case copyOut
    case empty
    case error
  }

  var kind: Kind {
    switch unsafe PQresultStatus(pointer) {
    case PGRES_TUPLES_OK, PGRES_SINGLE_TUPLE: .rows
    case PGRES_COMMAND_OK: .command
    case PGRES_COPY_IN, PGRES_COPY_BOTH: .copyIn
    case PGRES_COPY_OUT: .copyOut
    case PGRES_EMPTY_QUERY: .empty
    default: .error
    }
  }

  var fields: DiagnosticFields { unsafe DiagnosticFields(pointer) }

  /// `INSERT 0 3`.
  var tag: String { unsafe String(cString: PQcmdStatus(pointer)) }

  /// The number in the tag; `nil` where it has none.
  var affected: Int? { unsafe Int(String(cString: PQcmdTuples(pointer))) }

  var columnNames: [String] {
    (0..<(unsafe PQnfields(pointer))).map { column in
      unsafe PQfname(pointer, column).map { unsafe String(cString: $0) } ?? ""
    }
  }

  var rows: [[SQLValue]] {
    let types = (0..<(unsafe PQnfields(pointer))).map { unsafe PQftype(pointer, $0) }
    return (0..<(unsafe PQntuples(pointer))).map { row in
      types.enumerated().map { column, type in
        value(row: row, column: Int32(column), type: type)
      }
    }
  }

  private func value(row: Int32, column: Int32, type: Oid) -> SQLValue {
    guard unsafe PQgetisnull(pointer, row, column) == 0,
      let start = unsafe PQgetvalue(pointer, row, column)
    else { return .null }
    let bytes = unsafe UnsafeRawBufferPointer(
      start: start, count: Int(PQgetlength(pointer, row, column)))
    return SQLValue(unsafe String(decoding: bytes, as: UTF8.self), ofType: type)
  }
}

/// What an error or a notice says, field by field.
struct DiagnosticFields {
  var severity: String
  var state: SQLState?
  var message: String
  var detail: String?
  var hint: String?
  var schema: String?
  var table: String?
  var column: String?
  var constraint: String?
  /// In characters from 1, in the text that was sent.
  var position: Int?

  @unsafe init(_ result: OpaquePointer) {
    func field(_ code: Character) -> String? {
      guard let ascii = code.asciiValue,
        let text = unsafe PQresultErrorField(result, Int32(ascii))
      else { return nil }
      return unsafe String(cString: text)
    }
    // The codes are libpq's PG_DIAG_…, which are character constants in its header.
    severity = field("V") ?? field("S") ?? "ERROR"
    state = field("C").map { SQLState(rawValue: $0) }
    message = unsafe field("M") ?? Self.message(of: result)
    detail = field("D")
    hint = field("H")
    schema = field("s")
    table = field("t")
    column = field("c")
    constraint = field("n")
    position = field("P").flatMap { Int($0) }
  }

  private static func message(of result: OpaquePointer) -> String {
    let text = unsafe PQresultErrorMessage(result).map { unsafe String(cString: $0) } ?? ""
    return text.last == "\n" ? String(text.dropLast()) : text
  }

  var notice: DatabaseNotice {
    DatabaseNotice(severity: severity, state: state, message: message, detail: detail)
  }
}
