/// Characters to make strings of, the simplest first.
public struct Alphabet: Hashable, Sendable {
  /// The characters, in the order in which a shrinker prefers them.
  public let characters: [Character]

  /// An alphabet of some characters; a repeated one counts once.
  public init(_ characters: some Sequence<Character>) {
    var seen: Set<Character> = []
    self.characters = characters.filter { seen.insert($0).inserted }
  }

  /// The characters of both, those of this one first.
  public func union(_ other: Alphabet) -> Alphabet { Alphabet(characters + other.characters) }

  /// a to z.
  public static let lowercase = Alphabet("abcdefghijklmnopqrstuvwxyz")
  /// A to Z.
  public static let uppercase = Alphabet("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
  /// 0 to 9.
  public static let digits = Alphabet("0123456789")
  /// a to z, 0 to 9 and _.
  public static let identifier = lowercase.union(digits).union(Alphabet("_"))
  /// Every printable character of ASCII, letters and digits first.
  public static let ascii = lowercase.union(digits).union(uppercase).union(
    Alphabet((32..<127).map { Character(Unicode.Scalar(UInt8($0))) }))
  /// ASCII, and characters that break careless programs: quotes, controls, combining marks,
  /// characters outside the basic plane, right-to-left text.
  public static let hostile = ascii.union(
    Alphabet(
      "\u{0}\t\n\r\u{7F}\u{85}\u{A0}\u{AD}äéßÑıİſΩ中日\u{301}\u{200B}\u{200D}\u{202E}\u{FEFF}😀👩‍👧🇩🇪אب"))
}

extension ChoiceSource {
  /// Draws a character of an alphabet.
  public func character(
    in alphabet: Alphabet, line: UInt = #line, column: UInt = #column
  ) throws(Rejection) -> Character {
    guard !alphabet.characters.isEmpty else { try reject("the alphabet is empty") }
    let place = try characterPlace(
      below: alphabet.characters.count, site: Self.site(line, column))
    return alphabet.characters[place]
  }

  func characterPlace(below count: Int, site: UInt32) throws(Rejection) -> Int {
    guard count > 1 else { return 0 }
    var choice = Choice(.character, value: 0, in: 0...(count - 1), simplest: 0, site: site)
    guard mode == .random else { return try supply(choice) }
    choice.value = Int(random.numbers.below(UInt64(count)))
    return try record(choice)
  }

  /// Draws a string of an alphabet's characters.
  public func string(
    of alphabet: Alphabet, count: ClosedRange<Int>, line: UInt = #line, column: UInt = #column
  ) throws -> String {
    var text = ""
    let characters = try array(count: count, line: line, column: column) { source in
      try source.character(in: alphabet, line: line, column: column)
    }
    text.append(contentsOf: characters)
    return text
  }
}

extension Generator where Value == Character {
  /// Characters of an alphabet.
  public static func character(
    in alphabet: Alphabet = .ascii, line: UInt = #line, column: UInt = #column
  ) -> Generator {
    Generator(inline: { source in
      try source.character(in: alphabet, line: line, column: column)
    })
  }
}

extension Generator where Value == String {
  /// Strings of an alphabet's characters.
  public static func string(
    of alphabet: Alphabet = .ascii, count: ClosedRange<Int> = 0...20, line: UInt = #line,
    column: UInt = #column
  ) -> Generator {
    Generator(inline: { source in
      try source.string(of: alphabet, count: count, line: line, column: column)
    })
  }
}
