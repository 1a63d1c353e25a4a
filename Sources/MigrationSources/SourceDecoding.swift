import SQLSyntax

/// Turns the bytes of a file into text, or says at which place they are none.
enum SourceDecoding {
  static func decode(_ bytes: [UInt8], name: String) -> Result<SourceText, Undecodable> {
    if let encoding = byteOrderMark(of: bytes) {
      return .failure(
        Undecodable(
          Diagnostic(
            code: "not-utf-8", "The file is \(encoding) by its byte-order mark, not UTF-8",
            file: name, fixIts: [FixIt("save it as UTF-8")])))
    }
    switch SourceText.decoding(bytes, name: name) {
    case .success(let source):
      return nulDiagnostic(in: source).map { .failure(Undecodable($0)) } ?? .success(source)
    case .failure(let invalid):
      return .failure(Undecodable(invalidDiagnostic(bytes, at: invalid.offset, name: name)))
    }
  }

  private static func byteOrderMark(of bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0xFF, 0xFE]) { return "UTF-16, little-endian" }
    if bytes.starts(with: [0xFE, 0xFF]) { return "UTF-16, big-endian" }
    return nil
  }

  private static func nulDiagnostic(in source: SourceText) -> Diagnostic? {
    guard let offset = source.utf8.firstIndex(of: 0) else { return nil }
    return Diagnostic(
      code: "nul-byte", "The file has a NUL byte, which no engine reads past", in: source,
      at: SourceRange(offset, offset + 1), fixIts: [FixIt("remove it")])
  }

  /// Shows the place in the file with what is not UTF-8 replaced, byte for byte, by `?`.
  private static func invalidDiagnostic(
    _ bytes: [UInt8], at offset: Int, name: String
  ) -> Diagnostic {
    let shown = Array(bytes[..<offset]) + bytes[offset...].map { $0 < 0x80 ? $0 : 0x3F }
    let byte = String(bytes[offset], radix: 16, uppercase: true)
    return Diagnostic(
      code: "not-utf-8", "The byte \(byte) at offset \(offset) is not UTF-8",
      in: SourceText(name: name, text: String(decoding: shown, as: UTF8.self)),
      at: SourceRange(offset, offset + 1), fixIts: [FixIt("save the file as UTF-8")])
  }
}

/// Bytes that are no text, as the diagnostic that says so.
struct Undecodable: Error {
  var diagnostic: Diagnostic

  init(_ diagnostic: Diagnostic) {
    self.diagnostic = diagnostic
  }
}
