import Glibc
import MigrationTesting

/// One line on standard error that says how far the work is; silent where that is no terminal.
struct ProgressLine {
  private let isShown = Terminal.showsProgress

  /// Draws a hundred times at most, however long the work.
  func show(_ progress: CheckProgress) {
    guard isShown, progress.total > 0 else { return }
    let step = max(1, progress.total / 100)
    guard progress.done % step == 0 || progress.done == progress.total else { return }
    Terminal.write(
      "\r\u{1B}[2K\(progress.stage.rawValue) \(progress.done) of \(progress.total)",
      to: STDERR_FILENO)
  }

  func clear() {
    if isShown { Terminal.write("\r\u{1B}[2K", to: STDERR_FILENO) }
  }
}
