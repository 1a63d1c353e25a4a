/// What orders migrations: the number, date or dotted number that a file's name starts with.
///
/// The order is natural: runs of digits compare as numbers of any length, all else byte by byte, so
/// `2` comes before `10` and `1.9` before `1.10`. Leading zeros do not count: `001` and `1` are
/// equal, because most runners read them as one number.
package struct MigrationVersion: Sendable {
  /// As written.
  package let text: String
  private let components: [Component]

  package init(_ text: String) {
    self.text = text
    components = Component.components(of: text)
  }

  /// A version of another text that is compared as this one is.
  package func alike(_ text: String) -> MigrationVersion {
    isLexicographic ? MigrationVersion(lexicographic: text) : MigrationVersion(text)
  }

  private var isLexicographic: Bool {
    if components.count == 1, case .word(let bytes) = components[0] {
      bytes.contains { $0 >= 0x30 && $0 <= 0x39 }
    } else {
      false
    }
  }

  /// A version that is compared byte by byte, without regard to dashes, as runners of folders do:
  /// `2019-03-22` comes behind `20170102131034`.
  package init(lexicographic text: String) {
    self.text = text
    components = [.word(text.utf8.filter { $0 != 0x2D })]
  }

  private enum Component: Hashable, Comparable {
    /// Digits without leading zeros.
    case number([UInt8])
    case word([UInt8])

    static func < (first: Component, second: Component) -> Bool {
      switch (first, second) {
      case (.number(let first), .number(let second)):
        first.count == second.count
          ? first.lexicographicallyPrecedes(second) : first.count < second.count
      case (.word(let first), .word(let second)): first.lexicographicallyPrecedes(second)
      case (.number, .word): true
      case (.word, .number): false
      }
    }

    static func components(of text: String) -> [Component] {
      var components: [Component] = []
      var bytes = Array(text.utf8)[...]
      while let first = bytes.first {
        let isNumber = isDigit(first)
        let run = bytes.prefix { isDigit($0) == isNumber }
        bytes = bytes.dropFirst(run.count)
        components.append(
          isNumber ? .number(Array(run.drop { $0 == 0x30 })) : .word(Array(run)))
      }
      return components
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
  }
}

extension MigrationVersion: Hashable, Comparable {
  package static func == (first: MigrationVersion, second: MigrationVersion) -> Bool {
    first.components == second.components
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(components)
  }

  package static func < (first: MigrationVersion, second: MigrationVersion) -> Bool {
    first.components.lexicographicallyPrecedes(second.components)
  }
}

extension MigrationVersion: ExpressibleByStringLiteral, CustomStringConvertible {
  package init(stringLiteral value: String) {
    self.init(value)
  }

  package var description: String { text }
}
