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

  /// Gives a value to a parameter, counted from 1, and gives the engine's code.
  ///
  /// The engine keeps a copy; booleans are the integers 0 and 1.
  func bind(_ value: SQLValue, at number: Int) -> Int32 {
    let number = Int32(clamping: number)
    // SQLITE_TRANSIENT: the engine copies before it returns.
    let copied = unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    switch value {
    case .null: return unsafe sqlite3_bind_null(pointer, number)
    case .boolean(let flag): return unsafe sqlite3_bind_int64(pointer, number, flag ? 1 : 0)
    case .integer(let integer): return unsafe sqlite3_bind_int64(pointer, number, integer)
    case .real(let real): return unsafe sqlite3_bind_double(pointer, number, real)
    case .text(let text):
      return unsafe sqlite3_bind_text(
        pointer, number, text, Int32(clamping: text.utf8.count), copied)
    case .blob(let bytes):
      if bytes.isEmpty { return unsafe sqlite3_bind_zeroblob(pointer, number, 0) }
      return unsafe sqlite3_bind_blob(
        pointer, number, bytes, Int32(clamping: bytes.count), copied)
    }
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
