/// The programs of a PostgreSQL server on this machine.
package struct PostgreSQLInstallation: Hashable, Sendable {
  /// Where `initdb`, `pg_ctl` and `postgres` are.
  package let directory: String
  /// `15.18`.
  package let version: String

  /// Looks where `pg_config --bindir` says, then in a search path, then in Debian's directories, the
  /// newest version first.
  ///
  /// - Returns: `nil` where no directory holds all three programs.
  package static func find(searchPath: String) -> PostgreSQLInstallation? {
    guard
      let program = ShellProgram(script: script, arguments: [], searchPath: searchPath),
      let directory = program.readLine(), let version = program.readLine()
    else { return nil }
    // `postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)`
    let words = version.split(separator: " ").map(String.init)
    guard words.count > 2 else { return nil }
    return PostgreSQLInstallation(directory: directory, version: words[2])
  }

  private static let script = """
    candidates=$(
      pg_config --bindir
      dirname "$(command -v initdb)"
      dirname "$(readlink -f "$(command -v initdb)")"
      ls -d /usr/lib/postgresql/*/bin | sort -t / -k 5 -n -r
    )
    for directory in $candidates; do
      if [ -x "$directory/initdb" ] && [ -x "$directory/pg_ctl" ] && [ -x "$directory/postgres" ]
      then
        echo "$directory"
        exec "$directory/postgres" --version
      fi
    done
    """
}
