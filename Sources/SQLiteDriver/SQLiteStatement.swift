import CSQLite
import Engines

/// The only owner of a `sqlite3_stmt *`: finalized by `deinit`, never copied.
@safe struct SQLiteStatement: ~Copyable {
  private let pointer: OpaquePointer

  @unsafe init(owning pointer: OpaquePointer) {
    unsafe self.pointer = pointer
  }

  deinit { unsafe sqlite3_finalize(pointer) }

  var isReadOnly: Bool { unsafe sqlite3_stmt_readonly(pointer) != 0 }

  private var columns: Range<Int32> { unsafe 0..<sqlite3_column_count(pointer) }

  var columnNames: [String] {
    var names: [String] = []
    for column in columns {
      let name = unsafe sqlite3_column_name(pointer, column)
      names.append(unsafe name.map { unsafe String(cString: $0) } ?? "")
    }
    return names
  }

  /// Goes to the next row, and gives the engine's code.
  func step() -> Int32 { unsafe sqlite3_step(pointer) }

  func currentRow() -> [SQLValue] {
    var row: [SQLValue] = []
    for column in columns { row.append(value(at: column)) }
    return row
  }

  private func value(at column: Int32) -> SQLValue {
    switch unsafe sqlite3_column_type(pointer, column) {
    case SQLITE_INTEGER: .integer(unsafe sqlite3_column_int64(pointer, column))
    case SQLITE_FLOAT: .real(unsafe sqlite3_column_double(pointer, column))
    case SQLITE_TEXT: .text(unsafe String(decoding: text(at: column), as: UTF8.self))
    case SQLITE_BLOB: .blob(unsafe Array(blob(at: column)))
    default: .null
    }
  }

  /// Text may hold zero bytes, so its length is asked for, and asked after the pointer.
  @unsafe private func text(at column: Int32) -> UnsafeBufferPointer<UInt8> {
    let start = unsafe sqlite3_column_text(pointer, column)
    return unsafe UnsafeBufferPointer(
      start: start, count: Int(sqlite3_column_bytes(pointer, column)))
  }

  @unsafe private func blob(at column: Int32) -> UnsafeRawBufferPointer {
    let start = unsafe sqlite3_column_blob(pointer, column)
    return unsafe UnsafeRawBufferPointer(
      start: start, count: Int(sqlite3_column_bytes(pointer, column)))
  }
}
