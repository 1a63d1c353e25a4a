import MigrationSources
import Migrations
import Resolution
import SQLSyntax

/// Makes the files of a set that runs in filename order, from one that does not.
///
/// First statements move to files of their own, as far as that is needed for an order to exist; then
/// files get names that sort in that order. Everything else stays byte for byte as it was.
struct SetMender {
  let resolver: DependencyResolver

  /// `nil` where no move of statements or files mends the set.
  func mend(_ set: MigrationSet) -> MendedSet? {
    let split = resolver.mend(set)
    guard split.isResolved else { return nil }
    var files = split.files.map { MendedFile(name: $0.name.rawValue, bytes: $0.utf8) }
    var changes = split.splits.map(\.message)
    let mended = SourceReader.set(
      of: files.map { ($0.name, $0.bytes) }, dialect: set.dialect)
    guard let plan = resolver.resolve(mended).plan else {
      return nil
    }
    let renames = FileRenaming(plan: plan.migrations, moved: Set(plan.moves.map(\.migration)))
    files = files.map { MendedFile(name: renames.name(of: $0.name), bytes: $0.bytes) }
    changes += renames.changes
    files += downFiles(of: set, renames: renames)
    return MendedSet(files: files.map { ($0.name, $0.bytes) }, changes: changes)
  }

  private struct MendedFile {
    var name: String
    var bytes: [UInt8]
  }

  /// The files that hold a down direction of their own; they go along unchanged, under the names
  /// that go with their up files.
  private func downFiles(of set: MigrationSet, renames: FileRenaming) -> [MendedFile] {
    set.migrations.compactMap { migration in
      guard let down = migration.downScript?.source, down.name != migration.script.source.name
      else { return nil }
      let folder = migration.script.source.name.dropLast(migration.id.rawValue.count)
      let name = String(down.name.dropFirst(folder.count))
      return MendedFile(name: renames.companion(name, of: migration.id), bytes: down.utf8)
    }
  }
}
