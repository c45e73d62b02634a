/// What the score got wrong.
enum CallKind: String, CaseIterable {
  case misses
  case falseAlarms = "false_alarms"

  /// Where all of them stand, without the ending.
  var path: String { self == .misses ? "misses" : "false-alarms" }

  var title: Phrase { self == .misses ? .misses : .falseAlarms }
}
