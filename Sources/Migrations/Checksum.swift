/// A checksum that somebody computed: which algorithm, and its value.
package struct Checksum: Hashable, Sendable, CustomStringConvertible {
  package var algorithm: Algorithm
  /// In lower case, without a prefix.
  package var hexadecimal: String

  package init(algorithm: Algorithm, hexadecimal: String) {
    self.algorithm = algorithm
    self.hexadecimal = hexadecimal
  }

  package init(algorithm: Algorithm, digest: some Sequence<UInt8>) {
    let digits = Array("0123456789abcdef".utf8)
    let text = digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    self.init(algorithm: algorithm, hexadecimal: String(decoding: text, as: UTF8.self))
  }

  /// `sha256:9f86d0…`, the form in which it is stored.
  package var description: String { "\(algorithm.rawValue):\(hexadecimal)" }

  /// Reads the stored form; `nil` where there is no algorithm or no value.
  package init?(stored: String) {
    let parts = stored.split(separator: ":", maxSplits: 1)
    guard parts.count == 2 else { return nil }
    self.init(algorithm: Algorithm(rawValue: String(parts[0])), hexadecimal: String(parts[1]))
  }

  /// An open set, because other tools' checksums are compared, too.
  package struct Algorithm: RawRepresentable, Hashable, Sendable {
    package var rawValue: String

    package init(rawValue: String) {
      self.rawValue = rawValue
    }

    package static let sha256 = Algorithm(rawValue: "sha256")
  }
}
