/// Which generator drew a span: equal labels mean the same generator.
///
/// A label comes from a name, and then it is the same in every build; or from a place in the
/// source, and then it serves within one build only.
public struct SpanLabel: Hashable, Sendable {
  let word: UInt32

  init(word: UInt32) { self.word = word }

  /// A label from a name.
  init(named name: String) {
    let hash = Fingerprint.fnv1a(name.utf8)
    word = UInt32(truncatingIfNeeded: hash ^ hash >> 32) | Self.nameBit
  }

  /// A label from a place in the source; equal places differ by what is drawn there.
  init(at site: UInt32, drawing what: UInt32 = 0) {
    word = (site ^ what &* 0x9E37_79B1) & ~Self.nameBit | (site == 0 && what == 0 ? 1 : 0)
  }

  private static let nameBit: UInt32 = 1 << 31

  /// The label of generators that open no span.
  static let none = SpanLabel(word: 0)

  /// Whether the label means the same in another build.
  var isStable: Bool { word & Self.nameBit != 0 }
}
