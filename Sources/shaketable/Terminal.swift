import Glibc
import MigrationEngine

/// What the process was started with and on.
enum Terminal {
  /// Whether standard output shows colours: a terminal, and `NO_COLOR` is not set.
  ///
  /// Source: no-color.org: "when present and not an empty string".
  static var showsColor: Bool {
    isatty(STDOUT_FILENO) == 1 && (variable("NO_COLOR") ?? "").isEmpty
      && variable("TERM") != "dumb"
  }

  /// Whether standard error is a terminal, where progress can be shown.
  static var showsProgress: Bool { isatty(STDERR_FILENO) == 1 }

  static func printError(_ text: String) { write(text + "\n", to: STDERR_FILENO) }

  /// Writes all of a text.
  ///
  /// Gives up silently when nobody reads any more; any other failure ends the program.
  static func write(_ text: String, to descriptor: Int32) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let written = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.write(descriptor, buffer.baseAddress, buffer.count)
      }
      if written < 0, errno != EINTR {
        // Whoever reads a pipe may stop; a program that fails to write must not end well.
        if errno == EPIPE || descriptor != STDOUT_FILENO { return }
        let reason =
          errno == ENOSPC ? "there is no room for it" : unsafe String(cString: strerror(errno))
        printError("shaketable: the output could not be written: \(reason)")
        exit(ExitStatus.unusable.rawValue)
      }
      bytes = bytes.dropFirst(max(0, written))
    }
  }

  private static func variable(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    return unsafe String(cString: value)
  }
}
