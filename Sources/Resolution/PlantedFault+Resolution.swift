package import DatabaseModel

/// Wrong decisions about what needs what, and in which order.
extension PlantedFault {
  /// What a statement drops is taken to be there still.
  package static var dropsDoNothing: PlantedFault { "dropsDoNothing" }
  /// IF NOT EXISTS is read as if it were not written.
  package static var ifNotExistsInsists: PlantedFault { "ifNotExistsInsists" }
  /// What a DO block does behind IF is taken to be done in any case.
  package static var guardsAlwaysHold: PlantedFault { "guardsAlwaysHold" }
  /// A name that nothing creates is taken to be there.
  package static var missingNamesPass: PlantedFault { "missingNamesPass" }
  /// The columns of a renamed table keep to its old name.
  package static var columnsStayBehind: PlantedFault { "columnsStayBehind" }
  /// What files declare about their order does not count where filename order runs.
  package static var declarationsAreIgnored: PlantedFault { "declarationsAreIgnored" }
  /// Any order that keeps the dependencies is given.
  package static var anyOrderWillDo: PlantedFault { "anyOrderWillDo" }
  /// Of equally few moves, those are made that leave the greatest names in place.
  package static var waitersMove: PlantedFault { "waitersMove" }
  /// The first cycle that is found is reported.
  package static var anyCycleWillDo: PlantedFault { "anyCycleWillDo" }

  package static var ofResolution: [PlantedFault] {
    [
      dropsDoNothing, ifNotExistsInsists, guardsAlwaysHold, missingNamesPass, columnsStayBehind,
      declarationsAreIgnored, anyOrderWillDo, waitersMove, anyCycleWillDo,
    ]
  }
}
