import MigrationSources
import Migrations
import Resolution
import SQLSyntax

/// Makes the files of a set that runs in filename order, from one that does not.
///
/// First statements move to files of their own, as far as that is needed for an order to exist; then
/// files get names that sort in that order. Everything else stays byte for byte as it was. What comes
/// out is read again, and is no answer unless every file is in it and filename order runs.
struct SetMender {
  let resolver: DependencyResolver

  /// `nil` where no move of statements or files mends the set.
  func mend(_ set: MigrationSet) -> MendedSet? {
    let split = resolver.mend(set)
    guard split.isResolved else { return nil }
    let layout = FolderLayout(set)
    let files = split.files.map { file in
      MendedFile(name: layout.placed(file.name.rawValue), bytes: file.utf8)
    }
    guard let plan = plan(of: files, set.dialect),
      let renames = FileRenaming(
        plan: plan.migrations, moved: Set(plan.moves.map(\.migration)))
    else { return nil }
    let renamed = files.map { MendedFile(name: renames.name(of: $0.name), bytes: $0.bytes) }
    let all = renamed + downFiles(of: set, renames: renames)
    guard Set(all.map(\.name)).count == all.count, renamed.allSatisfy({ layout.holds($0.name) }),
      let check = self.plan(of: renamed, set.dialect), check.moves.isEmpty
    else { return nil }
    return MendedSet(
      files: all.map { ($0.name, $0.bytes) },
      changes: split.splits.map { layout.message(of: $0) } + renames.changes)
  }

  private struct MendedFile {
    var name: String
    var bytes: [UInt8]
  }

  /// The plan of files as they would be read from a directory; `nil` where one is lost or none runs.
  private func plan(of files: [MendedFile], _ dialect: Dialect) -> MigrationPlan? {
    let set = SourceReader.set(of: files.map { ($0.name, $0.bytes) }, dialect: dialect)
    guard set.migrations.count == files.count, set.duplicateVersions.isEmpty else { return nil }
    return resolver.resolve(set).plan
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

/// Whether a set has a folder a migration, and where a new file goes then.
private struct FolderLayout {
  /// The name of the file in each folder; `nil` where migrations are plain files.
  private var file: String?

  init(_ set: MigrationSet) {
    let names = Set(set.migrations.map { Self.base($0.id.rawValue) })
    file = names.isSubset(of: ["up.sql", "migration.sql"]) ? names.min() : nil
  }

  /// `20240101_a/migration_part_2.sql` as `20240101_a_part_2/migration.sql`.
  func placed(_ name: String) -> String {
    guard let file, Self.base(name) != file, !holds(name) else { return name }
    let stem = file.dropLast(4)
    let folder = name.dropLast(Self.base(name).count + 1)
    let suffix = Self.base(name).dropLast(4).dropFirst(stem.count)
    return folder + suffix + "/" + file
  }

  func holds(_ name: String) -> Bool {
    guard file != nil else { return true }
    return name.contains("/") && ["up.sql", "migration.sql"].contains(Self.base(name))
  }

  /// What a split does, with the new file's name as it will be.
  func message(of split: SplitProposal) -> String {
    var split = split
    split.newFile = split.newFile.map { Migration.ID(placed($0.rawValue)) }
    return split.message
  }

  private static func base(_ name: String) -> String {
    name.split(separator: "/").last.map(String.init) ?? name
  }
}
