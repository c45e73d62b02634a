/// A slip of the pen that libyaml stumbles over later and in words of its own.
///
/// What people write into a file of settings goes wrong in a few ways. This looks for them in the lines up to where
/// libyaml gave up, and says what to write at the place of the cause.
struct Slip {
  let problem: String
  let mark: Node.Mark

  /// Looks for the cause of an error.
  ///
  /// - Parameters:
  ///   - words: libyaml's own.
  ///   - mark: where it gave up, which may be behind the last line.
  ///   - start: where what it was reading began, if it says so.
  init?(_ words: String, at mark: Node.Mark?, since start: Node.Mark?, in text: String) {
    let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }.map { Array($0.unicodeScalars) }
    guard let mark, !lines.isEmpty else { return nil }
    let last = min(mark.line, lines.count)
    func found(_ problem: String, _ line: Int, _ column: Int) -> Slip {
      Slip(problem: problem, mark: Node.Mark(line: line, column: column + 1))
    }
    // A text in quotes that is not closed swallows everything behind it.
    if words.contains("unexpected end of stream") || words.contains("unexpected document indicator"), let start {
      self = Slip(problem: "the text in quotes that begins here never ends; close it with the same sign", mark: start)
      return
    }
    let sign = mark.line <= lines.count ? lines[mark.line - 1].dropFirst(mark.column - 1).first : nil
    if words.contains("unknown escape") {
      self = found("a backslash in \"double quotes\" is doubled; or write 'single quotes'", mark.line, mark.column - 1)
      return
    }
    if let sign, "]}".unicodeScalars.contains(sign), !words.contains("flow"), !words.contains("',' or") {
      self = found("the \(sign) closes nothing", mark.line, mark.column - 1)
      return
    }
    for number in [last, last - 1] where number >= 1 {
      let line = Line(lines[number - 1])
      if let column = line.tabInIndent {
        self = found("a tab may not indent a line; write blanks", number, column)
        return
      }
      if let column = line.oddIndent {
        self = found("a no-break or invisible blank may not indent a line; write plain blanks", number, column)
        return
      }
    }
    for number in [last, last - 1] where number >= 1 {
      let line = Line(lines[number - 1])
      guard let value = line.value, value.start < line.scalars.count else { continue }
      let first = line.scalars[value.start]
      if "@`%".unicodeScalars.contains(first) || words.contains("alias") && first == "*"
        || words.contains("tag") && first == "!" || words.contains("anchor") && first == "&"
        || words.contains("node content") && first == "," || words.contains("mapping keys") && first == "?"
        || words.contains("block sequence entries") && first == "-"
      {
        self = found("a text that begins with \(first) needs quotes; write \(line.quoted(value))", number, value.start)
        return
      }
      if "“”„‟«»‘’‚".unicodeScalars.contains(first) {
        self = found(
          "\(first) is no quotation mark here; write plain quotes: \(line.quoted(value))", number, value.start)
        return
      }
      if words.contains("mapping values"), let colon = line.colonInValue(value) {
        self = found("a text with a colon in it needs quotes; write \(line.quoted(value))", number, colon)
        return
      }
      if first == "\"" || first == "'", let end = line.endOfQuotes(value.start) {
        self = found(
          first == "'"
            ? "text follows the closing quote; put all of the text in \"double quotes\""
            : "text follows the closing quote; put all of the text in quotes, and write \\\" for a quote inside",
          number, end)
        return
      }
    }
    if words.contains("cannot start any token"), let sign {
      self = found(
        sign == "\t" ? "a tab stands here; write blanks" : "a text that begins with \(sign) needs quotes", mark.line,
        mark.column - 1)
      return
    }
    if words.contains("flow") || words.contains("',' or") || words.contains("node content") {
      for number in (1...last).reversed() {
        let line = Line(lines[number - 1])
        if let column = line.commentWithin {
          self = found(
            "# begins a comment, and the rest of the line is not read; put the text in quotes, such as \"#7a1f5c\"",
            number, column)
          return
        }
        if let column = line.colonWithin {
          self = found("a text with a colon in it needs quotes", number, column)
          return
        }
        if let start, number == start.line, number < mark.line { break }
      }
      if let start, let open = lines[min(start.line, lines.count) - 1].dropFirst(start.column - 1).first,
        "[{".unicodeScalars.contains(open)
      {
        self = Slip(problem: "the \(open) that begins here is not closed", mark: start)
        return
      }
    }
    for number in [last, last - 1] where number >= 1 {
      if let column = Line(lines[number - 1]).tightColon {
        self = found("write a blank after the colon", number, column)
        return
      }
    }
    if words.contains("could not find expected ':'") || words.contains("expected <document start>") {
      let number = min(words.contains("':'") ? start?.line ?? last : last, lines.count)
      self = found("the line is no 'key: value' and no '- item'", number, Line(lines[number - 1]).indent)
      return
    }
    if words.contains("expected key") || words.contains("block end") || words.contains("'-' indicator")
      || words.contains("mapping values") || words.contains("block sequence entries")
    {
      self = found(
        "the line is indented neither like the lines beside it nor like the value of the line above", last,
        Line(lines[last - 1]).indent)
      return
    }
    return nil
  }

  private init(problem: String, mark: Node.Mark) {
    self.problem = problem
    self.mark = mark
  }
}

/// A line of a file of settings.
private struct Line {
  let scalars: [Unicode.Scalar]

  init(_ scalars: [Unicode.Scalar]) {
    self.scalars = scalars
  }

  /// The number of blanks at its beginning.
  var indent: Int { scalars.prefix { $0 == " " }.count }

  private func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || scalar.properties.generalCategory == .format
  }

  /// A tab before the first sign that is none.
  var tabInIndent: Int? {
    let blanks = scalars.prefix(while: isBlank)
    return blanks.count < scalars.count ? blanks.firstIndex(of: "\t") : nil
  }

  /// A blank in front that only looks like one.
  var oddIndent: Int? {
    let blanks = scalars.prefix(while: isBlank)
    return blanks.count < scalars.count ? blanks.firstIndex { $0 != " " && $0 != "\t" } : nil
  }

  /// What stands behind the first `key:` or `- `, up to a comment.
  var value: (start: Int, end: Int)? {
    var start = indent
    while start + 1 < scalars.count, scalars[start] == "-", scalars[start + 1] == " " {
      start += 2
      while start < scalars.count, scalars[start] == " " { start += 1 }
    }
    let isItem = start > indent
    let quote = start < scalars.count && "\"'".unicodeScalars.contains(scalars[start])
    let colon =
      quote
      ? nil
      : scalars.indices.first {
        $0 >= start && scalars[$0] == ":" && ($0 + 1 == scalars.count || isBlank(scalars[$0 + 1]))
      }
    if let colon {
      start = colon + 1
      while start < scalars.count, isBlank(scalars[start]) { start += 1 }
    } else if !isItem {
      return nil
    }
    var end = comment.map { $0 > start ? $0 : scalars.count } ?? scalars.count
    while end > start, isBlank(scalars[end - 1]) { end -= 1 }
    return (start, end)
  }

  /// Where a comment begins behind something else.
  var comment: Int? {
    scalars.indices.dropFirst().first {
      scalars[$0] == "#" && isBlank(scalars[$0 - 1]) && !scalars[..<$0].allSatisfy(isBlank)
    }
  }

  /// Where a comment begins between brackets that its line leaves open.
  var commentWithin: Int? {
    guard let comment else { return nil }
    let before = scalars[..<comment]
    let depth = before.count { "[{".unicodeScalars.contains($0) } - before.count { "]}".unicodeScalars.contains($0) }
    return depth > 0 ? comment : nil
  }

  /// The second of two colons between brackets that no comma parts.
  var colonWithin: Int? {
    var isInBrackets = false
    var hasColon = false
    var quote: Unicode.Scalar?
    for (position, scalar) in scalars.enumerated() {
      if let open = quote {
        if scalar == open { quote = nil }
      } else if "[{,".unicodeScalars.contains(scalar) {
        isInBrackets = isInBrackets || scalar != ","
        hasColon = false
      } else if "\"'".unicodeScalars.contains(scalar), position > 0, isBlank(scalars[position - 1]) {
        quote = scalar
      } else if isInBrackets, scalar == ":", position + 1 < scalars.count, isBlank(scalars[position + 1]) {
        if hasColon { return position }
        hasColon = true
      }
    }
    return nil
  }

  /// A colon in a value that is followed by a blank, so that it would begin another value.
  func colonInValue(_ value: (start: Int, end: Int)) -> Int? {
    guard value.start < value.end, !"\"'[{|>".unicodeScalars.contains(scalars[value.start]) else { return nil }
    return (value.start..<value.end).first {
      scalars[$0] == ":" && ($0 + 1 == scalars.count || isBlank(scalars[$0 + 1]))
    }
  }

  /// A colon between a word and its value without a blank.
  var tightColon: Int? {
    var end = indent
    while end < scalars.count, scalars[end] == "_" || scalars[end].properties.isAlphabetic { end += 1 }
    guard end > indent, end + 1 < scalars.count, scalars[end] == ":", !isBlank(scalars[end + 1]),
      scalars[end + 1] != "/"
    else { return nil }
    return end
  }

  /// Where other text follows a text in quotes.
  func endOfQuotes(_ start: Int) -> Int? {
    let quote = scalars[start]
    var position = start + 1
    while position < scalars.count {
      if quote == "\"", scalars[position] == "\\" {
        position += 2
      } else if scalars[position] == quote {
        guard position + 1 < scalars.count, scalars[position + 1] == quote, quote == "'" else { break }
        position += 2
      } else {
        position += 1
      }
    }
    let rest = scalars.dropFirst(position + 1).prefix { $0 != "#" }
    return position < scalars.count ? rest.firstIndex { !isBlank($0) } : nil
  }

  /// The value as a text in quotes, without the quotes that are none.
  func quoted(_ value: (start: Int, end: Int)) -> String {
    var text = scalars[value.start..<max(value.start, value.end)]
    let odd = Set("“”„‟«»‘’‚".unicodeScalars)
    if let first = text.first, odd.contains(first) { text = text.dropFirst() }
    if let last = text.last, odd.contains(last) { text = text.dropLast() }
    var view = String.UnicodeScalarView()
    for scalar in text {
      if scalar == "\"" || scalar == "\\" { view.append("\\") }
      view.append(scalar)
    }
    return "\"\(String(view))\""
  }
}
