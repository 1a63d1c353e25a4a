import PropertyTesting

/// Which case was asked for, by a trait or by the environment.
enum ReplayRequest {
  /// - Throws: What is wrong with the token, if it is for this property or for nobody.
  static func request(
    for name: String, in context: PropertyContext
  ) throws(ReplayTokenError) -> ReplayToken? {
    if let text = ReplayingTrait.token { return try ReplayToken(text) }
    guard let text = context.replay else { return nil }
    let token = try ReplayToken(text)
    return token.isMeant(for: name) ? token : nil
  }
}
