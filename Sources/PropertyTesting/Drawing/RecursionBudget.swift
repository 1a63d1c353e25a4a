/// How deep a recursive value may grow, and how many leaves it may still have.
struct RecursionBudget {
  var depth = 0
  var leaves = 0
}
