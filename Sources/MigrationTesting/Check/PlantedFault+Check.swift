package import DatabaseModel

/// Wrong decisions about what a check says.
extension PlantedFault {
  /// A refusal is believed although a statement before it is not modelled.
  package static var uncertaintyIsForgotten: PlantedFault { "uncertaintyIsForgotten" }
  /// Refusals that only follow from an earlier one are told as well.
  package static var followersAreTold: PlantedFault { "followersAreTold" }
  /// Catalog and engine are not compared.
  package static var disagreementsAreKept: PlantedFault { "disagreementsAreKept" }

  package static var ofCheck: [PlantedFault] {
    [uncertaintyIsForgotten, followersAreTold, disagreementsAreKept]
  }
}
