/// A tag as written, before anything is known about the names in it.
struct Tag {
  enum Content {
    case comment
    case delimiters(open: [UInt8], close: [UInt8])
    case escaped(name: [UInt8])
    case unescaped(name: [UInt8])
    case open(name: [UInt8], inverted: Bool)
    case close(name: [UInt8])
    case partial(name: [UInt8])
    case malformed(TemplateProblem.Kind)
  }

  let content: Content
  /// From the opening delimiter to the byte after the closing one.
  let range: Range<Int>

  /// Whether the tag removes its line when nothing else is on the line.
  var mayStandAlone: Bool {
    switch content {
    case .comment, .delimiters, .open, .close, .partial: true
    case .escaped, .unescaped, .malformed: false
    }
  }
}

/// The byte strings that open and close a tag.
struct Delimiters {
  var open = Array("{{".utf8)
  var close = Array("}}".utf8)

  /// The tag whose opening delimiter is at an offset, or nil when nothing closes it.
  func tag(at start: Int, in source: ArraySlice<UInt8>) -> Tag? {
    let inside = start + open.count
    guard let firstEnd = source.firstIndex(of: close, from: inside) else { return nil }
    let sigil = source[inside...].first
    switch sigil {
    case UInt8(ascii: "="):
      let ending = [Byte.equals] + close
      guard let end = source.firstIndex(of: ending, from: inside + 1) else { return nil }
      return Tag(content: delimiters(source[(inside + 1)..<end]), range: start..<(end + ending.count))
    case UInt8(ascii: "{"):
      return tripleTag(start: start, firstEnd: firstEnd, in: source)
    default:
      return Tag(content: content(source[inside..<firstEnd]), range: start..<(firstEnd + close.count))
    }
  }

  private func tripleTag(start: Int, firstEnd: Int, in source: ArraySlice<UInt8>) -> Tag {
    let brace = UInt8(ascii: "}")
    let inside = source[(start + open.count + 1)..<max(firstEnd, start + open.count + 1)]
    // With the usual delimiters the three closing braces begin where the two do; with others one byte earlier.
    if source[firstEnd...].starts(with: [brace] + close) {
      return Tag(content: named(inside) { .unescaped(name: $0) }, range: start..<(firstEnd + 1 + close.count))
    }
    let range = start..<(firstEnd + close.count)
    guard inside.last == brace else {
      return Tag(content: malformed(source[(start + open.count)..<firstEnd]), range: range)
    }
    return Tag(content: named(inside.dropLast()) { .unescaped(name: $0) }, range: range)
  }

  private func content(_ inside: ArraySlice<UInt8>) -> Tag.Content {
    let rest = inside.dropFirst()
    switch inside.first {
    case UInt8(ascii: "!"): return .comment
    case UInt8(ascii: "#"): return named(rest) { .open(name: $0, inverted: false) }
    case UInt8(ascii: "^"): return named(rest) { .open(name: $0, inverted: true) }
    case UInt8(ascii: "/"): return named(rest) { .close(name: $0) }
    case UInt8(ascii: "&"): return named(rest) { .unescaped(name: $0) }
    case UInt8(ascii: ">"):
      let name = rest.trimmed()
      return TagName.isFile(name) ? .partial(name: Array(name)) : malformed(inside)
    default: return named(inside) { .escaped(name: $0) }
    }
  }

  private func named(_ inside: ArraySlice<UInt8>, _ content: ([UInt8]) -> Tag.Content) -> Tag.Content {
    let name = inside.trimmed()
    return TagName.isDotted(name) ? content(Array(name)) : malformed(inside)
  }

  private func malformed(_ inside: ArraySlice<UInt8>) -> Tag.Content {
    .malformed(.malformedTag(String(decoding: inside.trimmed(), as: UTF8.self)))
  }

  private func delimiters(_ inside: ArraySlice<UInt8>) -> Tag.Content {
    let parts = inside.split(whereSeparator: Byte.isSpace)
    guard parts.count == 2, !parts.joined().contains(Byte.equals) else { return .malformed(.malformedDelimiters) }
    return .delimiters(open: Array(parts[0]), close: Array(parts[1]))
  }
}
