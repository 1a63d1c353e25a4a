/// A generator and a property, with the type of their value forgotten: what a shrinker sees.
struct Experiment {
  /// What became of one case.
  enum Result {
    /// The case was drawn, and then not wanted: the property did not run.
    case notAdmitted
    /// The case was judged, or given up while it was drawn.
    case judged(Verdict)
  }

  /// Draws a case, asks whether it is wanted, and judges it.
  let attempt: (_ source: ChoiceSource, _ admit: (ChoiceSource) -> Bool) -> Result

  /// `announce`: told of each case before it is drawn.
  init<Value>(
    _ generator: Generator<Value>, announce: ((ReplayToken.Content) -> Void)? = nil,
    property: @escaping (Value, Observations) throws -> Void
  ) {
    attempt = { source, admit in
      if let announce, let beginning = source.beginning { announce(beginning) }
      let value: Value
      do {
        value = try source.draw(generator)
      } catch let rejection as Rejection {
        return .judged(.rejected(rejection))
      } catch {
        return .judged(.failed(.ofGenerator(error)))
      }
      guard admit(source) else { return .notAdmitted }
      return .judged(Self.verdict { try property(value, source.observations) })
    }
  }

  static func verdict(_ body: () throws -> Void) -> Verdict {
    do {
      try body()
      return .passed
    } catch let rejection as Rejection {
      return .rejected(rejection)
    } catch {
      return .failed(Failure(error))
    }
  }
}
