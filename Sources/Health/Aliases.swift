extension [String: String] {
  /// Returns the id that an account has today, at the end of a chain of aliases that lead from old ids to newer ones.
  ///
  /// With A → B and B → C, both A and B lead to C; an id without an alias is its own. A circle ends where it began.
  public func currentID(of old: String) -> String {
    var id = old
    var seen: Set<String> = []
    while seen.insert(id).inserted, let next = self[id] { id = next }
    return id
  }
}
