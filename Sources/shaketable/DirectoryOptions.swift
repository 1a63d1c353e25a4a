public import ArgumentParser
public import MigrationEngine

/// What every command that reads a directory takes.
struct DirectoryOptions: ParsableArguments {
  @Argument(help: "The directory of migrations.", completion: .directory)
  var directory: String

  @Option(help: "The SQL they are written in; recognised from the files where it is not given.")
  var dialect: SQLDialect?
}

extension SQLDialect: ExpressibleByArgument {}
