package import Migrations
package import SQLSyntax

/// Reads directories of migrations.
package enum SourceReader {
  /// Reads every migration of a directory and parses it.
  ///
  /// - Parameters:
  ///   - path: The directory, as the user gave it.
  ///   - dialect: The dialect, or `nil` to recognise it from the files.
  /// - Returns: The set and all that was noticed while reading.
  /// - Throws: ``SourceError`` when the directory as a whole cannot be used. What is wrong with a
  ///   single file is a diagnostic.
  package static func read(
    _ path: String, dialect: Dialect? = nil
  ) throws(SourceError) -> MigrationSource {
    let directory = try SourceDirectory(path: path)
    guard let layout = DirectoryLayout(of: directory) else { throw .noMigrations(path) }
    var collection = FileCollection(directory: directory, layout: layout)
    let sources = collection.decodeAll()
    let recognized =
      dialect.map { RecognizedDialect(dialect: $0, reason: "as asked") }
      ?? DialectRecognition.recognize(sources) ?? DialectTrial.recognize(sources)
    return collection.assemble(as: recognized)
  }
}

extension SourceReader {
  /// The set that files of these names and bytes would make in a directory; what is no text is left
  /// out.
  ///
  /// The names are relative to the directory, as ``Migrations/Migration/id`` has them.
  package static func set(
    of files: [(name: String, bytes: [UInt8])], dialect: Dialect
  ) -> MigrationSet {
    var assembly = MigrationAssembly(dialect: dialect)
    for file in files {
      guard let source = try? SourceDecoding.decode(file.bytes, name: file.name).get() else {
        continue
      }
      assembly.add(
        NamedFile(inSet: file.name, source: source, checksum: .sha256(of: file.bytes)))
    }
    return MigrationSet(assembly.finish(), dialect: dialect)
  }
}
