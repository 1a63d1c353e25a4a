/// A short text that leads back to one case of one property.
///
/// It holds either a seed and an iteration, or the choices of the case together with their
/// structure, so that a token survives many changes of the generator.
public struct ReplayToken: Hashable, Sendable {
  enum Content: Hashable, Sendable {
    case seed(UInt64, iteration: Int)
    case choices([ScriptToken])
    /// Values in the order of drawing; what they lack comes out simplest.
    case values([Int])
  }

  let content: Content
  /// Tells for which property the token was made; only a hash of its name is in the text.
  let property: UInt32

  /// A token for an iteration of a run.
  public init(seed: UInt64, iteration: Int, property: String) {
    content = .seed(seed, iteration: iteration)
    self.property = SpanLabel(named: property).word
  }

  /// A token for a case.
  public init(choices: ChoiceSequence, property: String) {
    content = .choices(choices.script)
    self.property = SpanLabel(named: property).word
  }

  init(content: Content, property: UInt32) {
    self.content = content
    self.property = property
  }

  /// Whether the token was made for a property of that name.
  public func isMeant(for property: String) -> Bool {
    self.property == SpanLabel(named: property).word
  }
}

/// Why a text is not a token that can be replayed.
public enum ReplayTokenError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The text does not look like a token at all.
  case notAToken
  /// The token was written by another version, which is named.
  case otherVersion(String)
  /// Part of the token is missing or was changed.
  case damaged

  /// What is wrong, and what to do.
  public var description: String {
    switch self {
    case .notAToken: "this is not a replay token; one begins with \"\(ReplayToken.version)-\""
    case .otherVersion(let version):
      "the token was written by version \(version) and this is \(ReplayToken.version); "
        + "run the search again to get a new one"
    case .damaged: "the token is damaged; copy the whole of it"
    }
  }
}
