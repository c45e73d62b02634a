/// A text from pages in characters that a terminal has: an ordinary space, and a hyphen for minus.
func plain(_ text: String) -> String {
  var scalars = String.UnicodeScalarView()
  for scalar in text.unicodeScalars { scalars.append(scalar == "\u{A0}" ? " " : scalar == "\u{2212}" ? "-" : scalar) }
  return String(scalars)
}
