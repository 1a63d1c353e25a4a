extension SQLiteTokenizer {
  /// Makes names of WINDOW, OVER and FILTER wherever SQLite does not take them for keywords.
  ///
  /// Its grammar cannot tell, so its tokenizer looks around: WINDOW is a keyword before a name and
  /// AS, OVER between `)` and `(` or a name, FILTER between `)` and `(`.
  mutating func settleWindowWords() {
    for index in tokens.indices {
      switch tokens[index].kind {
      case .window where !(kind(index + 1).isWindowName && kind(index + 2) == .as),
        .over where !isOver(index),
        .filter where !(follows(.rightParenthesis, index) && kind(index + 1) == .leftParenthesis):
        tokens[index].kind = .identifier
      default: break
      }
    }
  }

  private func isOver(_ index: Int) -> Bool {
    guard follows(.rightParenthesis, index) else { return false }
    return kind(index + 1) == .leftParenthesis || kind(index + 1).isWindowName
  }

  private func follows(_ kind: SQLiteTokenKind, _ index: Int) -> Bool {
    index > 0 && tokens[index - 1].kind == kind
  }

  private func kind(_ index: Int) -> SQLiteTokenKind {
    index < tokens.count ? tokens[index].kind : .endOfInput
  }
}

extension SQLiteTokenKind {
  /// What SQLite takes for a name when it looks ahead to tell OVER and WINDOW from names.
  fileprivate var isWindowName: Bool {
    isIdentifier || self == .string || isJoinWord || self == .window || self == .over
  }
}
