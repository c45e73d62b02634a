/// The names of sheets as Excel allows them: without `[]:*?/\`, 31 characters at most, and each once whatever its case.
func sheetNames(_ names: [String]) -> [String] {
  var taken: Set<String> = []
  return names.map { name in
    let plain = String(name.map { "[]:*?/\\".contains($0) ? " " : $0 })
    // An apostrophe at either end is one of a formula's signs.
    let trimmed = plain.trimming(" '")
    let base = trimmed.isEmpty ? "Sheet" : trimmed
    var wanted = base.fitting(longestSheetName)
    var number = 1
    while !taken.insert(wanted.lowercased()).inserted {
      number += 1
      wanted = base.fitting(longestSheetName - 4) + " (\(number))"
    }
    return wanted
  }
}

private let longestSheetName = 31

extension String {
  /// As much of a text as has so many UTF-16 units, by which Excel counts; a longer one ends in an ellipsis.
  func fitting(_ most: Int) -> String {
    guard utf16.count > most else { return self }
    var units = 1
    let start = prefix { character in
      units += character.utf16.count
      return units <= most
    }
    return start + "…"
  }

  fileprivate func trimming(_ signs: String) -> String {
    let rest = drop { signs.contains($0) }
    return String(rest.prefix(upTo: rest.lastIndex { !signs.contains($0) }.map(rest.index(after:)) ?? rest.startIndex))
  }
}
