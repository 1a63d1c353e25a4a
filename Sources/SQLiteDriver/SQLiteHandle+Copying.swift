import CSQLite
import DatabaseModel

extension SQLiteHandle {
  /// The bytes of the main database, as they would stand in its file.
  func serialized() throws(DatabaseError) -> [UInt8] {
    var size: sqlite3_int64 = 0
    guard let bytes = unsafe sqlite3_serialize(pointer, "main", &size, 0) else {
      if size == 0 { return [] }
      throw DatabaseError(
        resultCode: SQLITE_NOMEM, message: "out of memory", scope: .statement)
    }
    defer { unsafe sqlite3_free(bytes) }
    return unsafe Array(UnsafeBufferPointer(start: bytes, count: Int(size)))
  }

  /// Copies a database of those bytes over the main database, page by page.
  ///
  /// An empty database serializes to nothing, and so does a copy of it.
  func replaceContents(by bytes: [UInt8]) throws(DatabaseError) {
    let source = try SQLiteHandle(path: ":memory:", isReadOnly: false)
    try source.deserialize(bytes)
    guard let backup = unsafe sqlite3_backup_init(pointer, "main", source.pointer, "main") else {
      throw lastError(wasInTransaction: false)
    }
    unsafe sqlite3_backup_step(backup, -1)
    if unsafe sqlite3_backup_finish(backup) != SQLITE_OK {
      throw lastError(wasInTransaction: false)
    }
  }

  private func deserialize(_ bytes: [UInt8]) throws(DatabaseError) {
    if bytes.isEmpty { return }
    let size = sqlite3_int64(bytes.count)
    guard let copy = unsafe sqlite3_malloc64(sqlite3_uint64(bytes.count)) else {
      throw DatabaseError(
        resultCode: SQLITE_NOMEM, message: "out of memory", scope: .statement)
    }
    let target = unsafe copy.bindMemory(to: UInt8.self, capacity: bytes.count)
    unsafe target.initialize(from: bytes, count: bytes.count)
    // The library frees the copy, at once where it fails.
    let flags = UInt32(SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_RESIZEABLE)
    let code = unsafe sqlite3_deserialize(pointer, "main", target, size, size, flags)
    if code != SQLITE_OK { throw lastError(wasInTransaction: false) }
  }
}
