import Foundation

/// Cells that mean nothing, spelled exactly so.
let placeholders: Set<Name> = ["#N/A", "N/A", "n/a", "NULL", "null", "NaN", "-", "–", "—"]

private let zeroWidth: [Unicode.Scalar] = ["\u{200B}", "\u{200C}", "\u{200D}", "\u{2060}", "\u{FEFF}"]

private func isBlank(_ scalar: Unicode.Scalar) -> Bool {
  scalar.properties.isWhitespace || zeroWidth.contains(scalar)
}

/// A text as names and cells are compared: no blanks at its ends, and one space for each run of white space inside.
///
/// Zero-width characters between letters stay.
func trimmed(_ text: String) -> String {
  // Most cells have no blank at all.
  if text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) { return text }
  var scalars = Array(text.unicodeScalars)
  while let first = scalars.first, isBlank(first) { scalars.removeFirst() }
  while let last = scalars.last, isBlank(last) { scalars.removeLast() }
  var result = String.UnicodeScalarView()
  for (index, scalar) in scalars.enumerated() {
    guard scalar.properties.isWhitespace else {
      result.append(scalar)
      continue
    }
    if index == 0 || !scalars[index - 1].properties.isWhitespace { result.append(" ") }
  }
  return String(result)
}

/// A cell; empty for one that is blank or a placeholder.
func cleaned(_ cell: String) -> String {
  let text = trimmed(cell)
  return placeholders.contains(Name(text)) ? "" : text
}

/// Two names are the same when these are: NFC, without case.
func folded(_ text: String) -> Name {
  func composed(_ text: String) -> String { text.precomposedStringWithCanonicalMapping }
  var result = String.UnicodeScalarView()
  for scalar in composed(trimmed(text)).unicodeScalars {
    // The way over the capital letter brings ß to ss and the final sigma to the usual one. The dotless i is its own.
    let capital = scalar == "\u{131}" ? String(scalar) : scalar.properties.uppercaseMapping
    for upper in capital.unicodeScalars {
      result.append(contentsOf: upper.properties.lowercaseMapping.unicodeScalars)
    }
  }
  return Name(composed(String(result)))
}

/// A word for a fixed choice: without case, and a blank or `-` is `_`.
func choiceWord(_ text: String) -> String {
  String(String.UnicodeScalarView(folded(text).text.unicodeScalars.map { $0 == "-" || $0 == " " ? "_" : $0 }))
}
