package import PostgreSQLDriver

/// A PostgreSQL server that this process started, for as long as this value lives.
///
/// A shell script watches over it: at the end of its input, which is the end of this process however
/// that comes, it stops the server and removes its directory. The server listens on a socket in
/// that directory alone, which no other user may enter.
package final class TemporaryServer: Sendable {
  /// The database `postgres`, as superuser.
  package let settings: ConnectionSettings
  package let directory: String
  private let program: ShellProgram

  /// Makes a cluster and starts a server on it, in about two seconds.
  ///
  /// Unless it flushes, which only tests of crashes need, it never writes through to the disk. The
  /// parameters are lines of its configuration file. The parent of its directory is to be short,
  /// since a socket's path has at most 107 bytes.
  ///
  /// - Throws: What the server's programs said.
  package init(
    _ installation: PostgreSQLInstallation, flushes: Bool = false,
    parameters: [String: String] = [:], in parent: String = "/tmp"
  ) throws(TemporaryServerError) {
    let configuration = Self.configuration(flushes: flushes, parameters)
    guard
      let program = ShellProgram(
        script: Self.script, arguments: [installation.directory, parent, configuration],
        searchPath: Self.searchPath)
    else { throw TemporaryServerError(message: "No process can be started") }
    var said: [String] = []
    while let line = program.readLine() {
      guard let directory = line.words(after: "ready ") else {
        said.append(line)
        continue
      }
      self.directory = directory
      settings = ConnectionSettings(
        socketDirectory: directory, user: "postgres", database: "postgres")
      self.program = program
      return
    }
    throw TemporaryServerError(message: said.joined(separator: "\n"))
  }

  private static let searchPath = "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin"

  private static func configuration(flushes: Bool, _ parameters: [String: String]) -> String {
    var lines = [
      "listen_addresses = ''", "port = 5432", "max_connections = 200",
      "max_prepared_transactions = 16",
    ]
    if !flushes {
      lines += ["fsync = off", "synchronous_commit = off", "full_page_writes = off"]
    }
    lines += parameters.sorted { $0.key < $1.key }.map { "\($0.key) = '\($0.value)'" }
    return lines.joined(separator: "\n")
  }

  /// `initdb` and the server refuse to run as root, so root runs them as another user.
  private static let script = """
    trap '' HUP INT TERM QUIT
    programs=$1
    directory=$(mktemp -d "$2/shaketable.XXXXXX") || exit 1
    cd "$directory" || exit 1
    as=
    if [ "$(id -u)" -eq 0 ]; then
      user=postgres
      id -u "$user" >/dev/null 2>&1 || user=nobody
      chown "$user" "$directory"
      as="setpriv --reuid=$(id -u $user) --regid=$(id -g $user) --clear-groups --"
    fi
    fail() { tail -n 20 "$directory/log"; rm -rf "$directory"; exit 1; }
    $as sh -c 'umask 077; "$1/initdb" -D data -U postgres -A trust -E UTF8 --no-locale --no-sync \\
      >log 2>&1 && printf "%s\\n" "unix_socket_directories = '\\''$2'\\''" "$3" \\
      >>data/postgresql.conf' sh "$programs" "$directory" "$3" || fail
    $as "$programs/pg_ctl" -D data -l log -w -t 60 -s start >/dev/null || fail
    echo "ready $directory"
    exec >/dev/null
    read -r line
    $as "$programs/pg_ctl" -D data -m immediate -s -w stop
    cd / && rm -rf "$directory"
    """
}

/// Why no server could be started, in the words of its programs.
package struct TemporaryServerError: Error, Hashable, Sendable {
  package var message: String

  package init(message: String) {
    self.message = message
  }
}

extension String {
  /// What follows a beginning; `nil` where the text begins otherwise.
  fileprivate func words(after beginning: String) -> String? {
    hasPrefix(beginning) ? String(dropFirst(beginning.count)) : nil
  }
}
