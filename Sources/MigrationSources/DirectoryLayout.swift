/// How a directory's files make migrations.
enum DirectoryLayout: Hashable {
  /// One or two files a migration, side by side: `0001_users.sql`, `0001_users.down.sql`.
  case flat
  /// A folder a migration, which holds `up.sql` or `migration.sql` and perhaps `down.sql`.
  case folders
  /// Files below folders that say nothing more than an order.
  case nested

  /// The names that mark a folder as one migration.
  static let folderFiles: Set<String> = ["up.sql", "migration.sql", "down.sql"]

  /// Chosen by what lies in the directory; `nil` where there is no `.sql` file.
  init?(of directory: SourceDirectory) {
    let files = directory.files.filter { FileName(baseName: $0.baseName) != nil }
    guard !files.isEmpty else { return nil }
    if files.contains(where: { $0.folder.isEmpty }) {
      self = .flat
    } else if files.contains(where: { Self.folderFiles.contains($0.baseName) }) {
      self = .folders
    } else {
      self = .nested
    }
  }
}
