import ArgumentParser
import Glibc
import MigrationEngine
import MigrationTesting

/// `shaketable check`: everything that would go wrong, before anything real is touched.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Runs migrations from nothing and reports every refusal at its place.",
    discussion: """
      Migrations are parsed, ordered, and run on a model of the catalog; SQLite's also on a real \
      SQLite in memory. Where the model and the engine disagree, that is said.
      """)

  @OptionGroup var source: DirectoryOptions

  @Option(help: "text or json.")
  var format: CheckFormat = .text

  func run() throws {
    let progress = ProgressLine()
    let report = try DirectoryCheck.run(
      directory: source.directory, dialect: source.dialect, progress: progress.show)
    progress.clear()
    Terminal.write(format.print(report), to: STDOUT_FILENO)
    if report.exitStatus != .clean { throw report.exitStatus }
  }
}

/// The forms in which a check is printed.
enum CheckFormat: String, ExpressibleByArgument, CaseIterable {
  case text
  case json

  func print(_ report: CheckReport) -> String {
    switch self {
    case .text: report.text(color: Terminal.showsColor)
    case .json: report.json()
    }
  }
}
