import SQLSyntax

/// The reading of one file: its statements so far, and what is wrong with it.
struct ScriptReading {
  let source: SourceText
  private let text: TokenText
  private let unterminated: UnterminatedToken?
  private(set) var statements: [Statement] = []
  private var diagnostics: [Diagnostic] = []
  private var checksBodies = true

  /// The most bytes that are handed to the library at once, unless a statement is longer.
  private static let runLength = 1 << 16

  init(_ source: SourceText) {
    self.source = source
    let lexer = PostgreSQLLexer(source.utf8, in: source.range)
    text = TokenText(bytes: source.utf8, tokens: lexer.tokens)
    unterminated = lexer.unterminated
  }

  var sortedDiagnostics: [Diagnostic] {
    diagnostics.enumerated().sorted {
      ($0.element.range?.lowerBound ?? 0, $0.offset) < (
        $1.element.range?.lowerBound ?? 0, $1.offset
      )
    }.map(\.element)
  }

  mutating func read() {
    var run: [Range<Int>] = []
    for piece in StatementSplit(text).pieces {
      switch piece {
      case .statement(let tokens):
        if let index = NestingLimit.excess(in: text, tokens) {
          readRun(run)
          run = []
          keepAsText(tokens, tooDeepAt: index)
          continue
        }
        if let first = run.first, isLong(first.lowerBound..<tokens.upperBound) {
          readRun(run)
          run = []
        }
        run.append(tokens)
      case .metaCommand(let index): reportMetaCommand(index)
      case .copyData(let index): reportCopyData(index)
      }
    }
    readRun(run)
    reportUnterminated()
  }

  private func isLong(_ tokens: Range<Int>) -> Bool {
    let range = text.range(tokens)
    return range.upperBound - range.lowerBound > Self.runLength
  }

  /// Reads statements that follow each other, at once if they parse.
  private mutating func readRun(_ run: [Range<Int>]) {
    guard let first = run.first, let last = run.last else { return }
    if run.count > 1, parse(first.lowerBound..<last.upperBound, statements: run) == nil { return }
    for tokens in run {
      guard let failure = parse(tokens, statements: [tokens]) else { continue }
      readParts(of: tokens, failure)
    }
  }

  /// Reads a statement that does not parse: behind an unclosed parenthesis there may be others.
  private mutating func readParts(of tokens: Range<Int>, _ failure: ParseFailure) {
    let parts = StatementSplit.atEverySemicolon(tokens, in: text)
    guard parts.count > 1 else { return report(failure, in: tokens) }
    for part in parts {
      if let failure = parse(part, statements: [part]) { report(failure, in: part) }
    }
  }

  /// Parses some tokens and keeps the statements, or says why not.
  private mutating func parse(_ tokens: Range<Int>, statements: [Range<Int>]) -> ParseFailure? {
    let range = text.range(tokens)
    let bytes = source.utf8[range.lowerBound..<range.upperBound]
    if let nul = bytes.firstIndex(of: 0) {
      return ParseFailure(message: "A NUL byte cannot stand in SQL", offset: nul - range.lowerBound)
    }
    switch ParseTree.parsing(bytes) {
    case .failed(let failure): return failure
    case .parsed(let tree): return convert(tree, statements: statements, offset: range.lowerBound)
    }
  }

  private mutating func convert(
    _ tree: borrowing ParseTree, statements tokens: [Range<Int>], offset: Int
  ) -> ParseFailure? {
    let conversion = TreeConversion(source: source, text: text, offset: offset)
    conversion.checksBodies = checksBodies
    let read = tree.withStatements { nodes -> [Statement]? in
      guard nodes.count == tokens.count else { return nil }
      return zip(nodes, tokens).compactMap { node, tokens in
        node["stmt"].map { conversion.convert($0, tokens: tokens) }
      }
    }
    guard let read else {
      return ParseFailure(message: "Statements cannot be told apart here", offset: nil)
    }
    statements += read
    checksBodies = conversion.checksBodies
    diagnostics += conversion.diagnostics
    return nil
  }
}

// MARK: What is too deep

extension ScriptReading {
  /// Keeps a statement that nests too deeply as text; unless its brackets do not even match.
  private mutating func keepAsText(_ tokens: Range<Int>, tooDeepAt index: Int) {
    let isBalanced = bracketBalance(tokens) == 0
    diagnostics.append(
      Diagnostic(
        isBalanced ? .warning : .error, code: "nested-too-deeply",
        "This is nested too deeply to be read, so what it refers to is unknown", in: source,
        at: text.tokens[index].range))
    guard isBalanced else { return }
    let conversion = TreeConversion(source: source, text: text, offset: 0)
    statements.append(conversion.unread(tokens))
  }

  private func bracketBalance(_ tokens: Range<Int>) -> Int {
    tokens.reduce(0) { balance, index in
      text.isSymbol(index, "(") ? balance + 1 : text.isSymbol(index, ")") ? balance - 1 : balance
    }
  }
}

// MARK: Diagnostics

extension ScriptReading {
  private mutating func report(_ failure: ParseFailure, in tokens: Range<Int>) {
    let range = text.range(tokens)
    if let unterminated, range.upperBound == source.utf8.count,
      unterminated.range.lowerBound >= range.lowerBound
    {
      return
    }
    if let variable = psqlVariable(failure, in: tokens) { return report(variable: variable) }
    let place = failure.offset.map { faultyRange(range.lowerBound + $0, in: tokens) }
    diagnostics.append(
      Diagnostic(code: "syntax-error", failure.message, in: source, at: place ?? range))
  }

  /// The tokens of `:name`, `:'name'` or `:"name"`, if a fault is at one.
  private func psqlVariable(_ failure: ParseFailure, in tokens: Range<Int>) -> Range<Int>? {
    guard let offset = failure.offset else { return nil }
    let index = text.index(at: text.range(tokens).lowerBound + offset)
    guard text.isSymbol(index, ":"), index + 1 < tokens.upperBound,
      text.tokens[index + 1].start == text.tokens[index].end
    else { return nil }
    switch text.tokens[index + 1].kind {
    case .word, .quotedWord, .string: return index..<index + 2
    default: return nil
    }
  }

  private mutating func report(variable: Range<Int>) {
    let range = text.range(variable)
    diagnostics.append(
      Diagnostic(
        code: "psql-variable",
        "`\(source[range])` is a variable of psql, which only psql replaces", in: source,
        at: range))
  }

  /// The token at a fault; at the end of the statement, its last one.
  private func faultyRange(_ offset: Int, in tokens: Range<Int>) -> SourceRange {
    let index = min(max(text.index(at: offset), tokens.lowerBound), tokens.upperBound - 1)
    return text.tokens[index].range
  }

  private mutating func reportUnterminated() {
    guard let unterminated else { return }
    diagnostics.append(
      Diagnostic(
        code: "unterminated-\(unterminated.kind == .comment ? "comment" : "quote")",
        "The \(unterminated.kind.rawValue) that begins here never ends", in: source,
        at: unterminated.range))
  }

  private mutating func reportMetaCommand(_ index: Int) {
    let command = text.string(index).prefix { $0 != " " && $0 != "\t" }
    diagnostics.append(
      Diagnostic(
        code: "psql-meta-command",
        "`\(command)` is a command of psql, not SQL, and is not carried out", in: source,
        at: text.tokens[index].range))
  }

  private mutating func reportCopyData(_ index: Int) {
    let range = text.tokens[index].range
    let line = source.position(of: range.lowerBound).line
    diagnostics.append(
      Diagnostic(
        code: "psql-copy-data", "Rows for COPY ... FROM stdin are read by psql, not by the server",
        in: source, at: source.lineRange(line) ?? range))
  }
}
