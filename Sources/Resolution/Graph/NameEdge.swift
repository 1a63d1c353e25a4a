/// One unit before another, with the two operations that make it so.
struct NameEdge {
  enum Kind: UInt8 {
    /// The later one needs what the earlier one creates.
    case use
    case dropAfterUse
    case nameReuse
    case firstCreation
    case alteration
    case data
    case declared
  }

  var from: Int32
  var to: Int32
  /// -1 for declared dependencies.
  var fromOperation: Int32
  var toOperation: Int32
  /// The name it is about, or -1.
  var key: Int32
  var kind: Kind
  /// Whether the order may be given up where nothing else is possible.
  var isPreference = false
}

/// Users that need one of several providers.
struct ProviderChoice {
  var providers: [(unit: Int32, operation: Int32)]
  var users: [(unit: Int32, operation: Int32)]
  var key: Int32
}

/// What the names of a program demand of the order of its units.
struct NameConstraints {
  /// Edges that every order keeps in which the units run, and, of names that come and go, those
  /// that filename order suggests.
  var edges: [NameEdge] = []
  var choices: [ProviderChoice] = []
  /// Edges within one unit: the statement of `fromOperation` should stand before that of
  /// `toOperation`.
  var misplaced: [NameEdge] = []
  /// Units with a part in the history of a name that comes and goes, or has several creators: their
  /// order decides more than edges can say.
  var contested: Set<Int> = []
  /// Whether the edge at this index follows from filename order, not from need.
  var isSuggested: [Bool] = []

  mutating func add(_ edge: NameEdge, isSuggested: Bool) {
    guard edge.from != edge.to else { return }
    edges.append(edge)
    self.isSuggested.append(isSuggested)
  }
}
