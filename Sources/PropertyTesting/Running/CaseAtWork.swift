/// A case that is about to be drawn and judged; should that never end, it can be replayed from here.
public struct CaseAtWork: Sendable {
  /// The iteration that draws it; `nil` for a case that was saved, listed, or made from another.
  public let iteration: Int?
  private let content: ReplayToken.Content
  private let property: String

  init(content: ReplayToken.Content, property: String) {
    if case .seed(_, let number) = content { iteration = number } else { iteration = nil }
    self.content = content
    self.property = property
  }

  /// The token that replays the case; writing it takes time in proportion to the case.
  public var token: ReplayToken {
    ReplayToken(content: content, property: SpanLabel(named: property).word)
  }
}
