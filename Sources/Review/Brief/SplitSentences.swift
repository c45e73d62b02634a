/// The sentences of a text, each a part of it byte for byte.
///
/// Markdown is looked through, not changed: marks of lists, quotes and headings stay outside, and tables, code and rules
/// are no sentences. A blank line or such a mark ends a sentence, and so do a full stop, `!`, `?` and `…` before a blank,
/// but not the full stop of an initial or of a common abbreviation in English or French, or one before a small letter.
func sentences(of text: Substring) -> [Substring] { blocks(of: text).flatMap { split($0.text) } }

/// A paragraph, a list item or a heading of a Markdown text, without its mark.
struct TextBlock {
  /// Its text, over all of its lines.
  let text: Substring
  /// The number of `#` before a heading; 0 for what is none.
  let heading: Int
  /// True for an item of a list.
  let isItem: Bool
}

/// The blocks of a text; what is no prose is left out.
func blocks(of text: Substring) -> [TextBlock] {
  let scalars = text.unicodeScalars
  var blocks: [TextBlock] = []
  var open: (start: String.Index, end: String.Index, heading: Int, isItem: Bool)?
  var isCode = false
  func close() {
    if let block = open {
      blocks.append(TextBlock(text: text[block.start..<block.end], heading: block.heading, isItem: block.isItem))
    }
    open = nil
  }
  var position = scalars.startIndex
  while position < scalars.endIndex {
    let lineEnd = scalars[position...].firstIndex { $0 == "\n" || $0 == "\r" } ?? scalars.endIndex
    let line = LineStart(scalars[position..<lineEnd])
    if line.isFence { isCode.toggle() }
    if line.isFence || isCode || line.isBlank || line.isTable || line.isRule {
      close()
    } else if line.heading > 0 || line.hasMark || open == nil || open?.heading ?? 0 > 0 {
      close()
      open = (line.content.startIndex, line.content.endIndex, line.heading, line.isItem)
    } else {
      open?.end = line.content.endIndex
    }
    position = lineEnd
    // CR LF is one line break.
    if position < scalars.endIndex { position = scalars.index(after: position) }
    if position < scalars.endIndex, scalars[position] == "\n", scalars[scalars.index(before: position)] == "\r" {
      position = scalars.index(after: position)
    }
  }
  close()
  return blocks
}

/// What a line begins with, and the rest of it without blanks at its ends.
private struct LineStart {
  private(set) var content: Substring.UnicodeScalarView
  private(set) var heading = 0
  private(set) var isItem = false
  private(set) var hasMark = false

  init(_ line: Substring.UnicodeScalarView) {
    content = trimmed(line)
    while let first = content.first {
      let marks = content.prefix { $0 == first }.count
      let rest = content.dropFirst(first == "#" ? marks : 1)
      let isFollowedByBlank = rest.first.map(\.isBlank) ?? true
      if first == ">" {
        hasMark = true
      } else if first == "#", marks <= 6, isFollowedByBlank {
        heading = marks
      } else if "-*+•".unicodeScalars.contains(first), isFollowedByBlank {
        isItem = true
      } else if let number = numberMark {
        isItem = true
        content = trimmed(content.dropFirst(number))
        continue
      } else {
        break
      }
      content = trimmed(rest)
    }
    hasMark = hasMark || isItem
  }

  var isBlank: Bool { content.isEmpty }
  var isFence: Bool { content.starts(with: "```".unicodeScalars) || content.starts(with: "~~~".unicodeScalars) }
  var isTable: Bool { content.first == "|" }
  var isRule: Bool { content.allSatisfy { "-=*_ ".unicodeScalars.contains($0) } }

  /// The length of `1.` or `1)` before a blank.
  private var numberMark: Int? {
    let digits = content.prefix(10).prefix { ("0"..."9").contains($0) }.count
    let rest = content.dropFirst(digits)
    guard digits > 0, digits < 10, rest.first == "." || rest.first == ")", rest.dropFirst().first?.isBlank ?? true
    else { return nil }
    return digits + 1
  }
}

/// The sentences of a block.
private func split(_ block: Substring) -> [Substring] {
  let scalars = block.unicodeScalars
  var found: [Substring] = []
  var start = scalars.startIndex
  var position = start
  while position < scalars.endIndex {
    let mark = scalars[position]
    position = scalars.index(after: position)
    guard ".!?…".unicodeScalars.contains(mark) else { continue }
    // Closing marks belong to the sentence, also behind the no-break space of French quotation marks.
    var end = position
    while let next = scalars[end...].first(where: { $0 != "\u{A0}" && $0 != "\u{202F}" }),
      ".!?…\"'”’»)]*_".unicodeScalars.contains(next), let index = scalars[end...].firstIndex(of: next)
    {
      end = scalars.index(after: index)
    }
    guard end == scalars.endIndex || scalars[end].isBlank else { continue }
    let next = scalars[end...].first { !$0.isBlank }
    if next?.properties.isLowercase ?? false { continue }
    if mark == ".", next != nil, isAbbreviated(scalars[start..<position]) { continue }
    found.append(Substring(trimmed(scalars[start..<end])))
    start = end
    position = end
  }
  found.append(Substring(trimmed(scalars[start...])))
  return found.map(withoutEmphasis).filter { !$0.isEmpty }
}

/// True when the full stop at the end of a text is that of an initial or an abbreviation.
private func isAbbreviated(_ text: Substring.UnicodeScalarView) -> Bool {
  let word = Substring(text.dropLast().suffix(while: { $0.properties.isAlphabetic || $0 == "." }))
  return word.unicodeScalars.count == 1 && word.unicodeScalars.allSatisfy { $0.properties.isAlphabetic }
    || abbreviations.contains(word.lowercased())
}

/// Abbreviations before which a sentence goes on, in English and French.
private let abbreviations: Set<String> = [
  "approx", "app", "art", "av", "avr", "bd", "cf", "ch", "dept", "dir", "dr", "e.g", "ed", "env", "etc", "ex", "exec",
  "fig", "hab", "i.e", "inc", "janv", "jr", "juil", "ltd", "max", "mgr", "min", "mme", "mlle", "mr", "mrs", "ms", "mt",
  "nb", "no", "nos", "p.ex", "pp", "prof", "rdv", "réf", "resp", "sept", "sr", "st", "ste", "tél", "vs", "vol",
]

extension BidirectionalCollection {
  /// The longest end all of whose elements satisfy a condition.
  fileprivate func suffix(while isKept: (Element) -> Bool) -> SubSequence {
    self[(lastIndex { !isKept($0) }.map(index(after:)) ?? startIndex)...]
  }
}

/// A sentence without the marks of emphasis around all of it.
private func withoutEmphasis(_ sentence: Substring) -> Substring {
  var scalars = sentence.unicodeScalars
  while scalars.count > 2, let first = scalars.first, first == scalars.last, first == "*" || first == "_" {
    scalars = scalars.dropFirst().dropLast()
  }
  return Substring(trimmed(scalars))
}

private func trimmed(_ scalars: Substring.UnicodeScalarView) -> Substring.UnicodeScalarView {
  var rest = scalars.drop(while: \.isBlank)
  while rest.last?.isBlank ?? false { rest.removeLast() }
  return rest
}

extension Unicode.Scalar {
  /// True for blanks and line breaks of any kind.
  var isBlank: Bool { properties.isWhitespace || self == "\u{FEFF}" || self == "\u{200B}" }
}
