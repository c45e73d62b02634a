/// Appends text so that CommonMark shows it as it is, in a paragraph, a heading, a list item or a table cell.
///
/// Every ASCII punctuation character gets a backslash. Line breaks, tabs and other control characters become spaces,
/// and spaces at both ends are dropped, so no value can begin an indented code block or end in a hard line break.
/// Noncharacters from U+FDD0 to U+FDEF, which HTML forbids and ``MarkedText`` marks values by, become U+FFFD.
public func escapeMarkdown(_ utf8: some Collection<UInt8>, into output: inout [UInt8]) {
  withContiguousBytes(of: utf8) { appendLine($0, escaping: true, to: &output) }
}

/// Appends what Markdown shows of text that is escaped for it: one line without spaces at its ends.
func appendShown(_ utf8: some Collection<UInt8>, to output: inout [UInt8]) {
  withContiguousBytes(of: utf8) { appendLine($0, escaping: false, to: &output) }
}

/// Appends text so that CommonMark shows it as it is, in a paragraph, a heading, a list item or a table cell.
public func escapeMarkdown(_ text: some StringProtocol, into output: inout [UInt8]) {
  escapeMarkdown(text.utf8, into: &output)
}

private enum MarkdownByte {
  enum Class {
    case plain
    case punctuation
    /// A control character.
    case space
    /// The first byte of a line break beyond ASCII or of a noncharacter, and of many other characters.
    case lead
  }

  static let classes: [Class] = (0...UInt8.max).map { byte in
    switch byte {
    case 0x00..<0x20, 0x7F: .space
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: .punctuation
    case 0xC2, 0xE2, 0xEF: .lead
    default: .plain
    }
  }
}

/// Appends text as one line, with or without a backslash before each punctuation character.
private func appendLine(_ bytes: UnsafeBufferPointer<UInt8>, escaping: Bool, to output: inout [UInt8]) {
  let classes = MarkdownByte.classes
  let inner = rangeWithoutOuterSpace(bytes)
  var clean = inner.lowerBound
  var index = clean
  while index < inner.upperBound {
    switch classes[Int(bytes[index])] {
    case .plain:
      index += 1
    case .punctuation:
      guard escaping else {
        index += 1
        continue
      }
      output.append(run: clean..<index, of: bytes)
      output.append(UInt8(ascii: "\\"))
      clean = index
      index += 1
    case .space, .lead:
      let length = spaceLength(at: index, in: bytes)
      let isNoncharacter = isBetweenArabicForms(at: index, in: bytes)
      if length > 0 || isNoncharacter {
        output.append(run: clean..<index, of: bytes)
        output.append(contentsOf: isNoncharacter ? "\u{FFFD}".utf8 : " ".utf8)
        clean = index + (isNoncharacter ? 3 : length)
      }
      index += max(1, length)
    }
  }
  output.append(run: clean..<inner.upperBound, of: bytes)
}

/// The number of bytes that become one space: a control character or a line break, of any kind, CR LF being one.
private func spaceLength(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
  let byte = bytes[index]
  if byte == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A { return 2 }
  if byte < 0x20 || byte == 0x7F { return 1 }
  return wideBreakLength(at: index, in: bytes)
}

private func rangeWithoutOuterSpace(_ bytes: UnsafeBufferPointer<UInt8>) -> Range<Int> {
  var start = 0
  while start < bytes.count {
    let length = bytes[start] == 0x20 ? 1 : spaceLength(at: start, in: bytes)
    if length == 0 { break }
    start += length
  }
  var end = bytes.count
  while end > start {
    let last = bytes[end - 1]
    if last <= 0x20 || last == 0x7F {
      end -= 1
    } else if wideBreakLength(at: end - 2, in: bytes) == 2 {
      end -= 2
    } else if wideBreakLength(at: end - 3, in: bytes) == 3 {
      end -= 3
    } else {
      break
    }
  }
  return start..<max(start, end)
}
