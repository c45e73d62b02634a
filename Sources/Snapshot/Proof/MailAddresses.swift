import Spelling

/// Finds every mail address in a text, as written and with its signs spelt out: `name (at) company . com`.
func addresses(in text: String) -> [String] {
  var text = text.utf8.allSatisfy { $0 < 0x80 } ? text : text.normalized(.plainComposed)
  let bytes = Array(text.utf8)
  // Most texts contain neither the sign nor the word, and most of the others contain the sign.
  if spellsSign(bytes) { text = withSigns(text) }
  guard text.utf8.contains(UInt8(ascii: "@")) else { return [] }
  if isSetApart(Array(text.utf8)) { text = joined(text) }
  return text.matches(of: /[^\s<>(){}\[\]",;:@]+@[^\s<>(){}\[\]",;:@]+\.[^\s<>(){}\[\]",;:@.]+/).map {
    String($0.output)
  }
}

/// Whether a text may spell out an `@`: by a bracket with a word that begins like `at`, or by a separate word.
private func spellsSign(_ bytes: [UInt8]) -> Bool {
  for position in bytes.indices {
    let rest = bytes[(position + 1)...]
    switch bytes[position] {
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "<"):
      if let first = rest.first(where: { $0 != 0x20 }), "aA@".utf8.contains(first) || first == 0xC3 { return true }
    case 0x20 where begins(rest, "dot ") || begins(rest, "arobase "): return true
    default: break
    }
  }
  return false
}

private func begins(_ bytes: ArraySlice<UInt8>, _ word: String) -> Bool {
  guard let first = bytes.first, first | 0x20 == word.utf8.first else { return false }
  return bytes.prefix(word.utf8.count).map(PageRules.lowercased).elementsEqual(word.utf8)
}

/// A text with `@` and `.` for the words that spell them out.
private func withSigns(_ text: String) -> String {
  text.replacing(/\s+at\s+(?<host>[\w\-]+)\s+dot\s+|\s+arobase\s+(?<site>[\w\-]+)\s+point\s+/.ignoresCase()) {
    "@\($0.host ?? $0.site ?? "")."
  }
  .replacing(/\s*[(\[{<]\s*(?:at|@|arobase|ät)\s*[)\]}>]\s*/.ignoresCase(), with: "@")
  .replacing(/\s*[(\[{<]\s*(?:dot|\.|point|punkt)\s*[)\]}>]\s*/.ignoresCase(), with: ".")
}

/// Whether there is a space next to an `@` or before a full stop.
private func isSetApart(_ bytes: [UInt8]) -> Bool {
  zip(bytes, bytes.dropFirst()).contains { pair in
    pair.0 == 0x20 && (pair.1 == UInt8(ascii: "@") || pair.1 == UInt8(ascii: "."))
      || pair.0 == UInt8(ascii: "@") && pair.1 == 0x20
  }
}

/// A text without the spaces around the signs of an address: a full stop with a space only after it ends a sentence,
/// and `@ 10.30` is a time.
private func joined(_ text: String) -> String {
  text.replacing(/[ ]*@[ ]*(?<host>[\w\-]+(?:(?:[ ]+\.[ ]*|\.)[\w\-]+)*?(?:[ ]+\.[ ]*|\.)[A-Za-z]{2,}\b)/) { match in
    "@" + match.host.filter { $0 != " " }
  }
}
