/// The known name that an unknown one was most likely meant to be, compared by bytes.
///
/// At most half of the name, and never more than three bytes, may be wrong; of equally close names the first wins.
func nearestName(to name: [UInt8], among known: some Sequence<[UInt8]>) -> String? {
  let limit = min(3, max(1, name.count / 2))
  var nearest: (name: [UInt8], distance: Int)?
  for candidate in known where abs(candidate.count - name.count) <= limit {
    let distance = editDistance(name, candidate)
    if distance <= limit, distance < nearest?.distance ?? .max { nearest = (candidate, distance) }
  }
  return nearest.map { String(decoding: $0.name, as: UTF8.self) }
}

/// Levenshtein's distance: the number of bytes to insert, remove or replace.
private func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
  var previous = Array(0...right.count)
  for (row, leftByte) in left.enumerated() {
    var current = [row + 1]
    for (column, rightByte) in right.enumerated() {
      let replaced = previous[column] + (leftByte == rightByte ? 0 : 1)
      current.append(min(replaced, previous[column + 1] + 1, current[column] + 1))
    }
    previous = current
  }
  return previous[right.count]
}
