/// Exchanges two values throughout the case where that makes it simpler.
struct SwapValues: ShrinkPass {
  func run(on target: ShrinkTarget) {
    for _ in 0..<40 where !swapOnce(on: target) { return }
  }

  private func swapOnce(on target: ShrinkTarget) -> Bool {
    for swap in ValueSwaps(target: target).changes {
      var choices = target.choices
      for change in swap { choices[change.place] = choices[change.place].with(change.value) }
      if ChoiceSequence.precedes(choices[...], target.choices[...]), target.consider(swap) {
        return true
      }
    }
    return false
  }
}
