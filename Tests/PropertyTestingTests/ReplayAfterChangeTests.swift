import Testing

@testable import PropertyTesting

/// What becomes of saved failures when somebody edits the generator.
@Suite struct `A saved failure` {
  /// A record as somebody would generate it.
  private struct Row: Sendable {
    var name = ""
    var kind = 0
    var size = 0
    var isHidden = false
    var tags: [Int] = []
    var note: Int?
  }

  /// Twenty things that happen to generators.
  enum Edit: CaseIterable {
    case addBoolean, addNumber, addNumberInTheMiddle, addNumberLast, addList, addListInTheMiddle
    case addText, addOptional, addRecord, addHeader
    case removeName, removeKind, removeNote, removeTags
    case moveSizeFirst, moveTagsFirst, swapKindAndFlag, reverse
    case widenSize, allowMoreRows
  }

  private typealias Field = (name: String, draw: @Sendable (ChoiceSource, inout Row) throws -> Void)

  private static func fields(_ edit: Edit?) -> [Field] {
    let top = edit == .widenSize ? 5000 : 1000
    var fields: [Field] = [
      ("name", { $1.name = try $0.string(of: .lowercase, count: 1...6) }),
      ("kind", { $1.kind = try $0.integer(in: 0...7) }),
      ("size", { $1.size = try $0.integer(in: 0...top) }),
      ("isHidden", { $1.isHidden = try $0.boolean() }),
      ("tags", { row, _ in _ = row }),
      ("note", { $1.note = try $0.draw(Generator<Int>.integer(in: 0...99).optional()) }),
    ]
    fields[4].draw = { $1.tags = try $0.array(count: 0...6) { try $0.integer(in: 0...99) } }
    guard let edit else { return fields }
    apply(edit, to: &fields)
    return fields
  }

  private static func apply(_ edit: Edit, to fields: inout [Field]) {
    func remove(_ name: String) { fields.removeAll { $0.name == name } }
    func new(_ draw: @escaping @Sendable (ChoiceSource) throws -> Void) -> Field {
      ("new", { source, _ in try draw(source) })
    }
    switch edit {
    case .addBoolean: fields.insert(new { _ = try $0.boolean() }, at: 0)
    case .addNumber: fields.insert(new { _ = try $0.integer(in: 0...1000) }, at: 0)
    case .addNumberInTheMiddle: fields.insert(new { _ = try $0.integer(in: 0...1000) }, at: 2)
    case .addNumberLast: fields.append(new { _ = try $0.integer(in: 0...7) })
    case .addList:
      fields.insert(new { _ = try $0.array(count: 0...6) { try $0.integer(in: 0...99) } }, at: 0)
    case .addListInTheMiddle:
      fields.insert(new { _ = try $0.array(count: 0...6) { try $0.integer(in: 0...99) } }, at: 4)
    case .addText: fields.insert(new { _ = try $0.string(of: .lowercase, count: 1...6) }, at: 0)
    case .addOptional:
      fields.insert(new { _ = try $0.draw(Generator<Int>.integer(in: 0...99).optional()) }, at: 3)
    case .addRecord:
      fields.append(
        new { _ = try $0.group("owner") { (try $0.boolean(), try $0.integer(in: 0...7)) } })
    case .removeName: remove("name")
    case .removeKind: remove("kind")
    case .removeNote: remove("note")
    case .removeTags: remove("tags")
    case .moveSizeFirst: fields.insert(fields.remove(at: 2), at: 0)
    case .moveTagsFirst: fields.insert(fields.remove(at: 4), at: 0)
    case .swapKindAndFlag: fields.swapAt(1, 3)
    case .reverse: fields.reverse()
    case .addHeader, .widenSize, .allowMoreRows: break
    }
  }

  /// The generator before an edit, or after one.
  private static func rows(_ edit: Edit?, isNamed: Bool) -> Generator<[Row]> {
    let fields = fields(edit)
    let row = Generator<Row>("row") { source in
      var row = Row()
      for field in fields {
        if isNamed {
          try source.group(field.name) { try field.draw($0, &row) }
        } else {
          try field.draw(source, &row)
        }
      }
      return row
    }
    return Generator("rows") { source in
      if edit == .addHeader { _ = try source.integer(in: 0...12) }
      return try source.array(count: 0...(edit == .allowMoreRows ? 40 : 12), of: row)
    }
  }

  /// Defects that depend on different fields, and the fields.
  private static let defects: [(fields: [String], isBad: @Sendable ([Row]) -> Bool)] = [
    (["size"], { $0.contains { $0.size > 700 } }),
    (["kind", "isHidden"], { $0.contains { $0.kind == 5 && $0.isHidden } }),
    (["tags"], { $0.contains { $0.tags.contains { $0 > 50 } && $0.tags.count > 1 } }),
    (["name", "size"], { $0.contains { $0.name.hasPrefix("b") && $0.size > 10 } }),
    (["note"], { $0.count { ($0.note ?? 0) > 40 } > 1 }),
    (
      ["size", "kind"],
      { rows in zip(rows, rows.dropFirst()).contains { $0.size > $1.size + 300 && $1.kind > 2 } }
    ),
  ]

  /// How many saved failures fail again, and how many there were.
  private func survivors(isNamed: Bool, shrinks: Bool) throws -> (
    found: Int, of: Int, lost: [String]
  ) {
    var (found, total) = (0, 0)
    var lost: [String] = []
    for defect in Self.defects {
      let before = Experiment(Self.rows(nil, isNamed: isNamed)) { rows, _ in
        if defect.isBad(rows) { throw PropertyFailure("bad") }
      }
      for token in try tokens(before, shrinks: shrinks) {
        for edit in Edit.allCases where !Self.removes(edit, one: defect.fields) {
          let after = Experiment(Self.rows(edit, isNamed: isNamed)) { rows, _ in
            if defect.isBad(rows) { throw PropertyFailure("bad") }
          }
          let outcome = SavedCase(token: token, settings: RunSettings()).replay(after)
          total += 1
          if case .failed = outcome { found += 1 } else { lost.append("\(edit) \(defect.fields)") }
        }
      }
    }
    return (found, total, lost)
  }

  private static func removes(_ edit: Edit, one fields: [String]) -> Bool {
    switch edit {
    case .removeName: fields.contains("name")
    case .removeKind: fields.contains("kind")
    case .removeNote: fields.contains("note")
    case .removeTags: fields.contains("tags")
    default: false
    }
  }

  /// Tokens of the first failures of some seeds.
  private func tokens(_ experiment: Experiment, shrinks: Bool) throws -> [ReplayToken] {
    try (0..<10 as Range<UInt64>).map { seed in
      for iteration in 0..<2000 {
        let source = ChoiceSource(seed: SplitMix64.seed(ofIteration: iteration, inRun: seed))
        let result = experiment.attempt(source) { _ in true }
        guard case .judged(.failed(let failure)) = result else { continue }
        let target = ShrinkTarget(
          source.sequence, origin: failure.origin, experiment: experiment, limits: ShrinkLimits())
        let best = shrinks ? Shrinker().shrink(target).best : source.sequence
        return try ReplayToken(ReplayToken(choices: best, property: "rows").text)
      }
      throw PropertyFailure("seed \(seed) finds nothing")
    }
  }

  @Test(arguments: [true, false])
  func `of a generator with named parts survives twenty edits`(shrinks: Bool) throws {
    let result = try survivors(isNamed: true, shrinks: shrinks)
    let share = Double(result.found) / Double(result.of)
    #expect(share >= 0.9, "\(result.found) of \(result.of); lost: \(Set(result.lost).sorted())")
  }

  @Test(arguments: [true, false])
  func `of a generator without names survives twenty edits`(shrinks: Bool) throws {
    let result = try survivors(isNamed: false, shrinks: shrinks)
    let share = Double(result.found) / Double(result.of)
    #expect(share >= 0.95, "\(result.found) of \(result.of); lost: \(Set(result.lost).sorted())")
  }

  @Test func `that fits no more says so, and is not taken for fixed`() throws {
    let before = Generator<[Int]> { source in
      try source.array(count: 0...9) { try $0.integer(in: 0...9) }
    }
    let first = PropertyRunner(RunSettings(seed: 3)).run(before, holds: { $0.count < 3 })
    let found = try #require(first.counterexamples.first)
    let after = Generator<Bool>.boolean()
    let kept = PropertyRunner(RunSettings(), saved: [found.saved]).run(after, holds: { _ in true })
    #expect(kept.fixed.isEmpty && kept.findings.map(\.kind) == [.savedFailure])
    let replayed = PropertyRunner(RunSettings(), replay: found.token)
      .run(after, holds: { _ in true })
    #expect(replayed.text.contains("does not fit"), "\(replayed.text)")
    let fixed = PropertyRunner(RunSettings(), saved: [found.saved]).run(
      before, holds: { _ in true })
    #expect(fixed.fixed == [found.saved] && fixed.findings.isEmpty)
  }

  @Test func `says how many choices were adapted`() throws {
    let before = Self.rows(nil, isNamed: true)
    let isBad = Self.defects[0].isBad
    let first = PropertyRunner(RunSettings(name: "rows", seed: 3)).run(
      before, holds: { !isBad($0) })
    let token = try #require(first.counterexamples.first).token
    func replayed(_ edit: Edit?) -> RunReport<[Row]> {
      PropertyRunner(RunSettings(name: "rows"), replay: token)
        .run(Self.rows(edit, isNamed: true), holds: { !isBad($0) })
    }
    #expect(replayed(nil).counterexamples.first?.adaptation?.adapted == 0)
    #expect(!replayed(nil).text.contains("adapted"))
    #expect(replayed(.addBoolean).counterexamples.first?.adaptation?.adapted == 1)
    #expect(replayed(.addBoolean).text.contains("1 of 8 choices adapted"))
    // Without names the parts are found by their likeness, and counted all the same.
    let unnamed = PropertyRunner(RunSettings(name: "rows", seed: 3)).run(
      Self.rows(nil, isNamed: false), holds: { !isBad($0) })
    let other = try #require(unnamed.counterexamples.first)
    let again = PropertyRunner(RunSettings(name: "rows"), replay: other.token)
      .run(Self.rows(.addNumberInTheMiddle, isNamed: false), holds: { !isBad($0) })
    #expect(again.counterexamples.first?.value.first?.size == other.value.first?.size)
    #expect(again.text.contains("replayed with 1 of 8 choices adapted"), "\(again.text)")
  }
}
