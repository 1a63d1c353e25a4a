/// Why a case was given up before the property could judge it.
public enum Rejection: Error, Hashable, Sendable {
  /// A condition does not hold: the generator's or the property's, in its words.
  case unsuitable(String)
  /// The case needs more choices than a run allows, or more than the case being shrunk has.
  case tooManyChoices(limit: Int)
  /// Generators draw within one another more often than that: a recursion without an end.
  case tooDeep(limit: Int)
  /// The choices that were handed in are used up or do not fit.
  case choicesDoNotFit
}
