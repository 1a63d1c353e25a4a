import Migrations
import SQLSyntax

/// The files of a directory on their way to a migration set.
struct FileCollection {
  private let directory: SourceDirectory
  private let layout: DirectoryLayout
  private var files: [NamedFile] = []
  private var diagnostics: [Diagnostic] = []
  private var skipped: [SkippedFile] = []

  init(directory: SourceDirectory, layout: DirectoryLayout) {
    self.directory = directory
    self.layout = layout
    sortOut()
  }

  /// Reads and decodes every file; what cannot be is a diagnostic.
  ///
  /// Answers the up directions' texts.
  mutating func decodeAll() -> [SourceText] {
    for index in files.indices {
      let entry = files[index].entry
      let name = directory.displayPath(of: entry)
      switch directory.bytes(of: entry) {
      case .failure(let error):
        diagnostics.append(Diagnostic(code: "unreadable-file", error.description, file: name))
      case .success(let bytes):
        files[index].checksum = .sha256(of: bytes)
        switch SourceDecoding.decode(bytes, name: name) {
        case .success(let source): files[index].source = source
        case .failure(let undecodable): diagnostics.append(undecodable.diagnostic)
        }
      }
    }
    return files.filter { $0.name.direction == .up }.compactMap(\.source)
  }

  /// Parses what was decoded and makes the set.
  consuming func assemble(as recognized: RecognizedDialect) -> MigrationSource {
    var assembly = MigrationAssembly(dialect: recognized.dialect)
    for file in files { assembly.add(file) }
    let set = MigrationSet(assembly.finish(), dialect: recognized.dialect)
    let all = diagnostics + assembly.diagnostics + SetChecks.diagnostics(of: set)
    return MigrationSource(
      path: directory.path, set: set, dialectReason: recognized.reason, diagnostics: all,
      skipped: skipped)
  }

  private mutating func sortOut() {
    for entry in directory.entries {
      switch entry.kind {
      case .directory: sortOut(folder: entry)
      case .file: sortOut(file: entry)
      }
    }
  }

  private mutating func sortOut(folder entry: SourceDirectory.Entry) {
    guard entry.baseName.lowercased().hasSuffix(".sql") else { return }
    if directory.files.contains(where: {
      $0.folder == entry.name && DirectoryLayout.folderFiles.contains($0.baseName)
    }), layout == .folders {
      return
    }
    diagnostics.append(
      Diagnostic(
        code: "directory-named-sql", "This is a directory, though its name ends in .sql",
        file: directory.displayPath(of: entry)))
  }

  private mutating func sortOut(file entry: SourceDirectory.Entry) {
    guard let name = FileName(baseName: entry.baseName) else {
      return noteOther(entry)
    }
    switch layout {
    case .flat:
      guard entry.folder.isEmpty else {
        return skip(entry, "it lies in a folder beside migrations that do not")
      }
      add(entry, name: name, id: entry.name)
    case .folders:
      guard DirectoryLayout.folderFiles.contains(entry.baseName) else {
        return skip(entry, "only up.sql, migration.sql and down.sql are read in a folder layout")
      }
      let direction: FileName.Direction = entry.baseName == "down.sql" ? .down : .up
      let folder = entry.folder.split(separator: "/").last.map(String.init) ?? ""
      add(entry, name: FileName(folder: folder, direction: direction), id: entry.name)
    case .nested:
      add(entry, name: name.inFolder(entry.folder), id: entry.name)
    }
  }

  private mutating func add(_ entry: SourceDirectory.Entry, name: FileName, id: String) {
    if entry.baseName.contains("..") {
      diagnostics.append(
        Diagnostic(
          .warning, code: "odd-file-name",
          "The name has two points in a row, which makes some runners pass the file over",
          file: directory.displayPath(of: entry)))
    }
    files.append(NamedFile(entry: entry, name: name, id: Migration.ID(id)))
  }

  /// Says of a file in another language that its effect is not known; other files are skipped.
  private mutating func noteOther(_ entry: SourceDirectory.Entry) {
    let languages: Set<String> = ["go", "ts", "js", "py", "rb", "kt", "java", "rs", "php", "ex"]
    let suffix = entry.baseName.split(separator: ".").last.map { $0.lowercased() } ?? ""
    guard languages.contains(suffix), entry.baseName.first?.isNumber == true else {
      return skip(entry, "its name does not end in .sql")
    }
    diagnostics.append(
      Diagnostic(
        .warning, code: "code-migration",
        "This migration is a program, whose effect on the schema is not known",
        file: directory.displayPath(of: entry)))
    skip(entry, "it is a program, not SQL")
  }

  private mutating func skip(_ entry: SourceDirectory.Entry, _ reason: String) {
    skipped.append(SkippedFile(name: entry.name, reason: reason))
  }
}

/// A file that is a migration, or the down direction of one.
struct NamedFile {
  var entry: SourceDirectory.Entry
  var name: FileName
  var id: Migration.ID
  /// `nil` until it is read, and where it cannot be.
  var source: SourceText?
  /// Of its bytes; `nil` until it is read.
  var checksum: Checksum?
}

extension NamedFile {
  /// A file that is known to be a migration by its name in a set.
  init(inSet id: String, source: SourceText, checksum: Checksum) {
    let entry = SourceDirectory.Entry(name: id, kind: .file)
    let own = FileName(baseName: entry.baseName)
    let isFolder = DirectoryLayout.folderFiles.contains(entry.baseName)
    let folder = entry.folder.split(separator: "/").last.map(String.init) ?? ""
    let name =
      isFolder
      ? FileName(folder: folder, direction: .up)
      : own?.inFolder(entry.folder) ?? FileName(folder: id, direction: .up)
    self.init(
      entry: entry, name: name, id: Migration.ID(id), source: source, checksum: checksum)
  }
}

extension FileName {
  /// The name with the folders before it as the first part of its version.
  func inFolder(_ folder: String) -> FileName {
    guard !folder.isEmpty, let version else { return self }
    var copy = self
    copy.version = MigrationVersion(folder + "/" + version.text)
    return copy
  }
}
