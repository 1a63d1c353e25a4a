/// A simple picture of a system: what state it is in, which commands make sense there, and what they
/// do to the state.
///
/// A program of commands is drawn with the model alone; then it runs on the real system, and what
/// that answers is compared with the model.
///
/// ```swift
/// let model = CommandModel<[Int], StackCommand>(
///   initial: { [] },
///   rules: [
///     CommandRule("push") { source, _ in .push(try source.integer(in: 0...9)) },
///     CommandRule("pop", when: { !$0.isEmpty }) { _, _ in .pop },
///   ],
///   apply: { command, stack in … })
/// ```
public struct CommandModel<State, Command>: Sendable {
  let initial: @Sendable () -> State
  let rules: [CommandRule<State, Command>]
  let apply: @Sendable (Command, inout State) -> Void

  /// A model of a system.
  ///
  /// `initial`: the state before the first command.
  /// `rules`: the kinds of command, the simplest first.
  /// `apply`: what a command does to the state.
  public init(
    initial: @escaping @Sendable () -> State, rules: [CommandRule<State, Command>],
    apply: @escaping @Sendable (Command, inout State) -> Void
  ) {
    self.initial = initial
    self.rules = rules
    self.apply = apply
  }
}

/// One kind of command: when it makes sense, and how its arguments are drawn.
public struct CommandRule<State, Command>: Sendable {
  /// What the kind is called.
  public let name: String
  let weight: Int
  let precondition: @Sendable (State) -> Bool
  let draw: @Sendable (ChoiceSource, State) throws -> Command

  /// A kind of command.
  ///
  /// `weight`: how often it is drawn, compared with the others.
  /// `precondition`: in which states it makes sense; it is checked again while a program shrinks.
  /// `draw`: draws the command; it may reject.
  public init(
    _ name: String, weight: Int = 1,
    when precondition: @escaping @Sendable (State) -> Bool = { _ in true },
    draw: @escaping @Sendable (ChoiceSource, State) throws -> Command
  ) {
    self.name = name
    self.weight = max(0, weight)
    self.precondition = precondition
    self.draw = draw
  }
}
