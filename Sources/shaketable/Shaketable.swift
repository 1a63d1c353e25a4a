import ArgumentParser
import Glibc
public import MigrationEngine

/// The command line: reads arguments, prints, exits.
struct Shaketable: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "shaketable",
    abstract: "Finds out what breaks SQL migrations, by running them.",
    discussion: """
      Exit status: 0 clean, 1 findings, 2 unusable input or arguments, 3 database unreachable, \
      70 a defect of shaketable.
      """,
    version: "0.1.0",
    subcommands: [PlanCommand.self, CheckCommand.self])
}

@main
enum Main {
  /// Runs the command and exits with a status of ``ExitStatus``; wrong arguments are unusable input.
  static func main() {
    do {
      var command = try Shaketable.parseAsRoot()
      try command.run()
    } catch let status as ExitStatus {
      exit(status.rawValue)
    } catch let error as DirectoryError {
      Terminal.printError("shaketable: \(error)")
      exit(ExitStatus.unusable.rawValue)
    } catch {
      let text = Shaketable.fullMessage(for: error)
      let isHelp = Shaketable.exitCode(for: error) == .success
      Terminal.write(text + "\n", to: isHelp ? STDOUT_FILENO : STDERR_FILENO)
      exit(isHelp ? ExitStatus.clean.rawValue : ExitStatus.unusable.rawValue)
    }
  }
}

extension ExitStatus: Error {}
