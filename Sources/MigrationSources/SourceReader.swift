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
