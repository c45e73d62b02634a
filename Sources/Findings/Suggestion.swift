/// A longer name is no slip of the pen, and comparing it would take the square of its length.
private let longestName = 256

/// The known name nearest to a misspelt one, for "did you mean".
///
/// Distance counts insertions, deletions, replacements and swaps of neighbouring bytes, ignoring the case of
/// ASCII letters unless that decides between two; nil when every name needs more than a third of the longer one's bytes
/// changed.
/// `acounts` is one step away from `accounts`.
public func nearestName(to name: String, among known: some Sequence<String>) -> String? {
  guard name.utf8.count <= longestName else { return nil }
  let wanted = lowercased(name)
  var best: (name: String, distance: Int)?
  for candidate in known {
    let bytes = lowercased(candidate)
    let limit = max(1, max(bytes.count, wanted.count) / 3)
    guard abs(bytes.count - wanted.count) <= limit else { continue }
    let distance = editDistance(wanted, bytes)
    guard distance <= limit, distance <= best?.distance ?? .max else { continue }
    // Of names that differ only in case, the one spelt like the given name wins.
    // Equal ones are told apart by their own order, so that the order in which they come does not matter.
    if let best, distance == best.distance,
      (exactDistance(name, best.name), best.name) <= (exactDistance(name, candidate), candidate)
    {
      continue
    }
    best = (candidate, distance)
  }
  return best?.name
}

private func exactDistance(_ left: String, _ right: String) -> Int { editDistance(Array(left.utf8), Array(right.utf8)) }

/// `; did you mean 'name'?` for the nearest known name, or the known names themselves when they are few, or nothing.
public func suggestion(for name: String, among known: [String]) -> Message {
  if let nearest = nearestName(to: name, among: known) { return "; did you mean '\(nearest)'?" }
  guard !known.isEmpty, known.count <= 12 else { return "" }
  return "; known: \(known.joined(separator: ", "))"
}

private func lowercased(_ text: String) -> [UInt8] {
  text.utf8.map { (65...90).contains($0) ? $0 + 32 : $0 }
}

private func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
  var beforeLast = [Int](repeating: 0, count: right.count + 1)
  var last = Array(0...right.count)
  for row in 0..<left.count {
    var current = [row + 1]
    for column in 0..<right.count {
      let cost = left[row] == right[column] ? 0 : 1
      var best = min(last[column + 1] + 1, current[column] + 1, last[column] + cost)
      if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
        best = min(best, beforeLast[column - 1] + 1)
      }
      current.append(best)
    }
    beforeLast = last
    last = current
  }
  return last[right.count]
}
