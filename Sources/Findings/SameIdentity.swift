/// The one known id that is the written one but for how it is written; nil where none is, or several are.
///
/// Two ids are the same where they differ in blanks, capitals, punctuation or leading zeros, or in a beginning that all
/// known ids share, such as `C-`, or a `.0` that spreadsheets put behind numbers. An id that differs in a digit or a letter
/// is somebody else's, and who followed a hint to it would put the data of one customer on another.
public func sameIdentity(as id: String, among known: some Collection<String>) -> String? {
  let beginning = sharedBeginning(of: known)
  let areNumbers = known.allSatisfy(isNumber)
  var wanted: Set<[String]> = []
  for spelling in [id, id.hasSuffix(".0") ? String(id.dropLast(2)) : id] {
    wanted.insert(parts(of: spelling))
    if let first = spelling.first, first.isNumber { wanted.insert(parts(of: beginning + spelling)) }
    // The other way round, ids that are numbers are written with letters before them.
    if areNumbers { wanted.insert(Array(parts(of: spelling).drop { !isNumber($0) })) }
  }
  wanted.remove([])
  let same = known.filter { wanted.contains(parts(of: $0)) }
  return same.count == 1 && same.first != id ? same.first : nil
}

/// `; did you mean 'id'?` for the id that is the written one but for how it is written, or nothing.
public func identitySuggestion(for id: String, among known: some Collection<String>) -> Message {
  sameIdentity(as: id, among: known).map { "; did you mean '\($0)'?" } ?? ""
}

/// The runs of letters and of digits in lower case, the digits without leading zeros.
private func parts(of id: String) -> [String] {
  var parts: [String] = []
  var run = ""
  var isDigits = false
  func close() {
    guard !run.isEmpty else { return }
    let number = run.drop { $0 == "0" }
    parts.append(isDigits ? (number.isEmpty ? "0" : String(number)) : run.lowercased())
    run = ""
  }
  for character in id {
    let isDigit = character.isASCII && character.isNumber
    guard isDigit || character.isLetter || character.isNumber || character.isSymbol else {
      close()
      continue
    }
    if isDigit != isDigits { close() }
    isDigits = isDigit
    run.append(character)
  }
  close()
  return parts
}

private func isNumber(_ part: String) -> Bool { part.utf8.allSatisfy { $0 >= 48 && $0 <= 57 } }

/// What all ids begin with up to the first digit; empty for a single one.
private func sharedBeginning(of ids: some Collection<String>) -> String {
  guard ids.count > 1, let first = ids.first else { return "" }
  var shared = first.prefix { !($0.isASCII && $0.isNumber) }
  for id in ids where !shared.isEmpty {
    while !id.hasPrefix(shared) { shared = shared.dropLast() }
  }
  return String(shared)
}
