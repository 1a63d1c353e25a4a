import CSQLite
import DatabaseModel

/// The only owner of a `sqlite3 *`: opened by `init`, closed by `deinit`, never copied.
@safe struct SQLiteHandle: ~Copyable {
  let pointer: OpaquePointer

  /// Opens a database; `:memory:` and the empty path make one of its own.
  init(path: String, isReadOnly: Bool) throws(DatabaseError) {
    var opened: OpaquePointer?
    let flags = isReadOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
    let code = unsafe sqlite3_open_v2(path, &opened, flags, nil)
    guard let handle = unsafe opened else {
      throw DatabaseError(resultCode: code, message: "out of memory", scope: .connectionLost)
    }
    guard code == SQLITE_OK else {
      let message = unsafe String(cString: sqlite3_errmsg(handle))
      let extended = unsafe sqlite3_extended_errcode(handle)
      unsafe sqlite3_close_v2(handle)
      throw DatabaseError(resultCode: extended, message: message, scope: .connectionLost)
    }
    unsafe sqlite3_extended_result_codes(handle, 1)
    unsafe pointer = handle
  }

  deinit { unsafe sqlite3_close_v2(pointer) }

  var isAutocommit: Bool { unsafe sqlite3_get_autocommit(pointer) != 0 }

  var changes: Int { Int(unsafe sqlite3_changes64(pointer)) }

  /// All rows changed since the connection was opened, which tells a statement that changed some
  /// from one that leaves ``changes`` as it was.
  var totalChanges: Int { Int(unsafe sqlite3_total_changes64(pointer)) }

  func setBusyTimeout(milliseconds: Int32) {
    unsafe sqlite3_busy_timeout(pointer, milliseconds)
  }

  func interrupt() { unsafe sqlite3_interrupt(pointer) }

  /// Interrupts every statement that takes this many virtual machine instructions; `nil` stops
  /// that.
  func interruptStatements(afterInstructions count: Int32?) {
    guard let count else { return unsafe sqlite3_progress_handler(pointer, 0, nil, nil) }
    unsafe sqlite3_progress_handler(pointer, count, { _ in 1 }, nil)
  }

  /// The last refusal, in the engine's words.
  func lastError(wasInTransaction: Bool) -> DatabaseError {
    let offset = unsafe sqlite3_error_offset(pointer)
    return DatabaseError(
      resultCode: unsafe sqlite3_extended_errcode(pointer),
      message: unsafe String(cString: sqlite3_errmsg(pointer)),
      position: offset < 0 ? nil : Int(offset),
      scope: wasInTransaction && isAutocommit ? .transactionRolledBack : .statement)
  }

  /// Prepares the first statement of what a text holds from one place on.
  ///
  /// It ends where the text has its next zero byte.
  func prepare(_ text: borrowing SQLiteText, from start: Int) -> PreparationOutcome {
    var statement: OpaquePointer?
    var tail: UnsafePointer<CChar>?
    let head = unsafe text.pointer(at: start)
    let code = unsafe sqlite3_prepare_v2(pointer, head, -1, &statement, &tail)
    let read = unsafe tail.map { unsafe $0 - head } ?? 0
    return PreparationOutcome(
      statement: unsafe statement.map { unsafe SQLiteStatement(owning: $0) }, code: code,
      bytesRead: read)
  }
}

/// What came of preparing a statement.
struct PreparationOutcome: ~Copyable {
  /// `nil` where the text holds no statement, or where the engine refuses it.
  var statement: SQLiteStatement?
  let code: Int32
  let bytesRead: Int
}

/// A text as C wants it, at one address for as long as it lives.
@safe struct SQLiteText: ~Copyable {
  private let buffer: UnsafeMutablePointer<CChar>
  let count: Int

  init(_ text: String) {
    count = text.utf8.count
    unsafe buffer = .allocate(capacity: count + 1)
    var offset = 0
    for byte in text.utf8 {
      unsafe buffer[offset] = CChar(bitPattern: byte)
      offset += 1
    }
    unsafe buffer[offset] = 0
  }

  deinit { unsafe buffer.deallocate() }

  @unsafe func pointer(at offset: Int) -> UnsafePointer<CChar> {
    unsafe UnsafePointer(buffer + offset)
  }

  /// The first offset at or after `start` that holds a zero byte: where C takes the text to end.
  func end(from start: Int) -> Int {
    var offset = start
    while offset < count, unsafe buffer[offset] != 0 { offset += 1 }
    return offset
  }
}
