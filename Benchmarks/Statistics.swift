/// The value in the middle, or midway between the two in the middle; 0 of nothing.
func median(_ values: [Double]) -> Double {
  let sorted = values.sorted()
  guard !sorted.isEmpty else { return 0 }
  return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
}

/// The value that nine in ten do not exceed; 0 of nothing.
func ninthDecile(_ values: [Double]) -> Double {
  let sorted = values.sorted()
  return sorted.isEmpty ? 0 : sorted[Int(Double(sorted.count - 1) * 0.9 + 0.5)]
}

/// A number with at most two places.
func short(_ value: Double) -> String {
  let hundredths = (value * 100).rounded() / 100
  return hundredths == hundredths.rounded() ? "\(Int(hundredths))" : "\(hundredths)"
}
