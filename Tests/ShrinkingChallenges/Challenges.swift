/// Every challenge there is.
package enum Challenges {
  /// Well known from github.com/jlink/shrinking-challenge, written anew from their descriptions.
  package static let classic: [Challenge] = [
    bound5, largeUnionList, reverse, calculator, coupling, deletion, differenceZero,
    differenceSmall, differenceOne, distinct, binaryHeap, lengthList, nestedLists,
  ]
  /// What schemas, scripts and coupled values look like.
  package static let extended: [Challenge] = [
    schemaWideTable, schemaFarPair, schemaForeignKeyChain, schemaForeignKeyChainCounted,
    migrationScript, wideRecords, farSum, farDifference, ratio, fourSum, modular, increasingRun,
    jsonDepth,
  ]
  /// Programs of commands.
  package static let stateful: [Challenge] = [snapshotStore, hashCollision, migrationEngine]

  /// Written before the passes were tuned, and looked at only afterwards.
  package static let heldOut: [Challenge] = [
    wholeFloat, halfFloat, equalWords, hostileText, overlappingIntervals, dictionaryOfEqualValues,
    inversion, deepTree, referenceChain, uniqueIdentifiers, weightedSum, bytesWithMarker,
    twoMarks, twoRecords, invoice, restoredNesting, budgets, rivals, decimals, misspelledName,
  ]

  /// Written after the passes had been tuned on all of the above, and before they were changed again.
  package static let third: [Challenge] = [
    nestedMaps, crossedBrackets, waitingCircle, missingDay, longCycle, mergedSequences, lostCents,
    fullColumn, bitPattern, versionOrder, pathInDocument, lostTransfer, rotatedLog,
  ]

  /// Written last, and looked at once: what stands here is not tuned on.
  package static let fourth: [Challenge] = [
    neighbouringCodes, wideNode, dividedDigits, heavyPair, threeHolders,
  ]

  package static var all: [Challenge] {
    classic + extended + stateful + heldOut + third + fourth
  }
}
