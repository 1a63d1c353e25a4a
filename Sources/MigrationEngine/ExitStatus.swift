/// How a command ends, for scripts.
public enum ExitStatus: Int32, Hashable, Sendable {
  case clean = 0
  case findings = 1
  /// Input or arguments that nothing can be done with.
  case unusable = 2
  case databaseUnreachable = 3
  /// A defect of ours.
  case defect = 70
}
