import Foundation

/// First counterexamples that Hypothesis 6.155.2 found, as values in the order of drawing.
package enum SameStart {
  /// The starts of each challenge, in the order of its runs.
  package static func starts() throws -> [String: [[Int]]] {
    guard let url = Bundle.module.url(forResource: "starts", withExtension: "txt") else {
      return [:]
    }
    var starts: [String: [[Int]]] = [:]
    for line in try String(contentsOf: url, encoding: .utf8).split(separator: "\n") {
      let words = line.split(separator: " ")
      guard let name = words.first else { continue }
      starts[String(name), default: []].append(words.dropFirst().compactMap { Int($0) })
    }
    return starts
  }

  /// Evaluations of Hypothesis from these starts: the median, by challenge, and its share of minima.
  package static let hypothesis: [(name: String, evaluations: Double, minimal: Double)] = [
    ("bound5", 223.5, 0.78), ("large_union_list", 156.5, 0.98), ("reverse", 8, 1),
    ("coupling", 41.5, 0.2), ("deletion", 8, 1), ("difference_must_not_be_zero", 26, 1),
    ("distinct", 33, 1), ("binheap", 48.5, 0.44), ("lengthlist", 83.5, 1),
    ("nestedlists", 107, 1), ("wide_records", 138.5, 0.47), ("far_sum", 64, 0.1),
    ("far_difference", 55, 1), ("ratio", 15, 0.03), ("four_sum", 104, 1),
    ("increasing_run", 199.5, 1),
  ]
}
