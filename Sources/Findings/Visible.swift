/// A text in which what the eye cannot see is written out, as in `Annual\u{A0}revenue`.
///
/// Two names that look the same are otherwise told as if they were. Joiners within scripts and pictures that need them stay.
func visible(_ text: String) -> String {
  guard text.utf8.contains(where: { $0 >= 0x80 }) else { return text }
  let scalars = Array(text.unicodeScalars)
  var shown = String.UnicodeScalarView()
  for (index, scalar) in scalars.enumerated() {
    let isInside =
      index > 0 && index + 1 < scalars.count && !scalars[index - 1].isASCII && !scalars[index + 1].isASCII
    let isJoiner = scalar == "\u{200C}" || scalar == "\u{200D}"
    guard isInvisible(scalar), !(isJoiner && isInside) else {
      shown.append(scalar)
      continue
    }
    shown.append(contentsOf: "\\u{\(String(scalar.value, radix: 16, uppercase: true))}".unicodeScalars)
  }
  return String(shown)
}

private func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0xA0, 0xAD, 0x1680, 0x180E, 0x2000...0x200F, 0x202A...0x202F, 0x205F...0x206F, 0x3000, 0xFEFF: true
  default: false
  }
}
