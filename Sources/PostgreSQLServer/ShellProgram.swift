import Glibc

/// A child process that runs a shell script, with a pair of sockets as its input and output.
///
/// The only owner of its descriptor and its process number. This side's socket is closed in every
/// other child of this process, so that the end of this process, however it comes, is the end of the
/// script's input.
@safe struct ShellProgram: ~Copyable {
  private let process: pid_t
  private let socket: Int32

  /// Starts `/bin/sh` in a process group of its own, so that no signal of a terminal reaches it.
  ///
  /// - Returns: `nil` where the system has no process or descriptor left.
  init?(script: String, arguments: [String], searchPath: String) {
    var ends: [Int32] = [-1, -1]
    let type = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    guard unsafe socketpair(AF_UNIX, type, 0, &ends) == 0 else { return nil }
    let spawned = Self.spawn(
      ["sh", "-c", script, "shaketable"] + arguments, environment: ["PATH=\(searchPath)"],
      socket: ends[1])
    close(ends[1])
    guard let spawned else {
      close(ends[0])
      return nil
    }
    process = spawned
    socket = ends[0]
  }

  /// Ends the script's input and waits for its end.
  deinit {
    close(socket)
    var status: Int32 = 0
    while unsafe waitpid(process, &status, 0) == -1, errno == EINTR {}
  }

  /// The next line the script writes; `nil` at the end of its output.
  func readLine() -> String? {
    var line: [UInt8] = []
    var byte: UInt8 = 0
    while true {
      let count = unsafe read(socket, &byte, 1)
      if count == -1, errno == EINTR { continue }
      if count != 1 { return line.isEmpty ? nil : String(decoding: line, as: UTF8.self) }
      if byte == UInt8(ascii: "\n") { return String(decoding: line, as: UTF8.self) }
      line.append(byte)
    }
  }

  private static func spawn(
    _ arguments: [String], environment: [String], socket: Int32
  ) -> pid_t? {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_adddup2(&actions, socket, 0)
    unsafe posix_spawn_file_actions_adddup2(&actions, socket, 1)
    unsafe posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    unsafe posix_spawnattr_setpgroup(&attributes, 0)
    let words = unsafe arguments.map { unsafe strdup($0) } + [nil]
    let variables = unsafe environment.map { unsafe strdup($0) } + [nil]
    defer { unsafe (words + variables).forEach { unsafe free($0) } }
    var process: pid_t = 0
    let code = unsafe posix_spawn(&process, "/bin/sh", &actions, &attributes, words, variables)
    return code == 0 ? process : nil
  }
}
