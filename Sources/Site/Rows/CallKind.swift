/// The two kinds of wrong call.
enum CallKind: String, CaseIterable {
  case misses
  case falseAlarms = "false_alarms"

  /// The path of the page with all of them, without its extension.
  var path: String { self == .misses ? "misses" : "false-alarms" }

  var title: Phrase { self == .misses ? .misses : .falseAlarms }
}
