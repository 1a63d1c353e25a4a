import ArgumentParser
import Glibc
import MigrationEngine

/// `shaketable plan`: the order, and why.
struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Orders migrations by what they need of each other.",
    discussion: """
      Prints the order in which every name exists when it is first used, why each moved file \
      moved, and for files that need each other the shortest circle and the split that breaks it.
      """)

  @OptionGroup var source: DirectoryOptions

  @Option(help: "text, json, dot or mermaid.")
  var format: PlanFormat = .text

  @Option(
    help: ArgumentHelp(
      "Write the mended set to a new directory.", valueName: "outdir"))
  var fix: String?

  func run() throws {
    let plan = try MigrationPlanner.plan(directory: source.directory, dialect: source.dialect)
    Terminal.write(format.print(plan), to: STDOUT_FILENO)
    if let fix {
      let fixed = try plan.writeFix(to: fix)
      Terminal.write(format == .text ? fixed.text : "", to: STDOUT_FILENO)
      if !fixed.isMended { throw ExitStatus.findings }
      return
    }
    if plan.exitStatus != .clean { throw plan.exitStatus }
  }
}

/// The forms in which a plan is printed.
enum PlanFormat: String, ExpressibleByArgument, CaseIterable {
  case text
  case json
  case dot
  case mermaid

  func print(_ plan: PlanReport) -> String {
    switch self {
    case .text: plan.text(color: Terminal.showsColor)
    case .json: plan.json()
    case .dot: plan.dot()
    case .mermaid: plan.mermaid()
    }
  }
}
