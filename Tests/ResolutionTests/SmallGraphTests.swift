import Oracles
import Testing

@Suite struct `Every graph of four migrations` {
  @Test func `is ordered, moving as little as possible, or shown to have a cycle`() {
    #expect(SmallGraphs(SmallGraphs.foreignKeys).disagreements() == [])
  }

  @Test func `is ordered as well where statements can be taken out of files`() {
    #expect(SmallGraphs(SmallGraphs.views).disagreements(every: 7) == [])
  }
}
