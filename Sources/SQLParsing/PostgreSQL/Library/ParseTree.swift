import CPgQuery

/// The only owner of an unpacked parse tree: made by ``parsing(_:)``, freed by `deinit`.
///
/// The library keeps a memory context for each thread and makes and frees it itself, so any thread
/// may call it.
@safe struct ParseTree: ~Copyable {
  private let result: UnsafeMutablePointer<PgQuery__ParseResult>

  private init(_ result: UnsafeMutablePointer<PgQuery__ParseResult>) {
    unsafe self.result = result
  }

  deinit { unsafe pg_query__parse_result__free_unpacked(result, nil) }

  /// Parses SQL text, which must not contain a NUL byte, since the library reads a C string.
  static func parsing(_ bytes: ArraySlice<UInt8>) -> ParseOutcome {
    precondition(!bytes.contains(0), "Text for the parser has no NUL byte")
    let text = unsafe (Array(bytes) + [0]).withUnsafeBytes { buffer in
      unsafe pg_query_parse_protobuf(
        buffer.baseAddress?.assumingMemoryBound(to: CChar.self))
    }
    defer { unsafe pg_query_free_protobuf_parse_result(text) }
    if let error = unsafe text.error {
      return .failed(unsafe ParseFailure(error.pointee, in: bytes))
    }
    let packed = unsafe UnsafeRawPointer(text.parse_tree.data)?
      .assumingMemoryBound(to: UInt8.self)
    guard
      let result = unsafe pg_query__parse_result__unpack(nil, text.parse_tree.len, packed)
    else {
      return .failed(ParseFailure(message: "The parse tree cannot be unpacked", offset: nil))
    }
    return .parsed(unsafe ParseTree(result))
  }

  /// Hands out the statements, each with its start in bytes; no node may outlive the call.
  borrowing func withStatements<Value>(_ body: ([ParseNode]) -> Value) -> Value {
    let count = unsafe result.pointee.n_stmts
    let items = unsafe result.pointee.stmts
    return body(
      (0..<count).compactMap { index in
        guard let item = unsafe items?[index] else { return nil }
        return unsafe ParseNode(message: UnsafeRawPointer(item))
      })
  }
}

/// A tree, or what was wrong with the text.
enum ParseOutcome: ~Copyable {
  case parsed(ParseTree)
  case failed(ParseFailure)
}

/// What the library says of text that it refuses.
struct ParseFailure: Error, Hashable {
  var message: String
  /// In bytes from 0; `nil` where the library names no place.
  var offset: Int?

  init(message: String, offset: Int?) {
    self.message = message
    self.offset = offset
  }
}

extension ParseFailure {
  /// Error cursors count characters from 1, and 0 stands for none; ours count bytes from 0.
  init(_ error: PgQueryError, in bytes: ArraySlice<UInt8>) {
    let message = unsafe error.message.map { unsafe String(cString: $0) } ?? "syntax error"
    let cursor = unsafe Int(error.cursorpos)
    self.init(
      message: message, offset: cursor > 0 ? Self.byteOffset(ofCharacter: cursor, in: bytes) : nil)
  }

  private static func byteOffset(ofCharacter cursor: Int, in bytes: ArraySlice<UInt8>) -> Int {
    var seen = 0
    for (offset, byte) in bytes.enumerated() where byte & 0xC0 != 0x80 {
      seen += 1
      if seen == cursor { return offset }
    }
    return bytes.count
  }
}
