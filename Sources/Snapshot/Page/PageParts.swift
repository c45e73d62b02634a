import Customer

/// The parts of a finished HTML file that a reader or a program may see, and anything that a document may not
/// contain.
///
/// The grammar is narrower than that of HTML: every tag is closed, every value quoted, every element and
/// attribute on a list (``PageRules``). Anything that browsers could read differently is refused, so that
/// nothing that is not on the list can be there.
struct PageParts {
  /// A part of the page without markup: a paragraph, a cell, a heading.
  struct Block {
    let text: String
    /// The same text with a space in place of each tag.
    let spacedText: String
    /// The section of the document that it is in, such as `plan`; nil before the first.
    let section: String?
  }

  /// The visible text, in order.
  private(set) var blocks: [Block] = []
  /// The values of all attributes except links and those that allow a single word only, with their references decoded,
  /// one per line.
  private(set) var attributes = ""
  /// The values of `class`, `id` and `headers`, one per line.
  private(set) var names = ""
  /// The addresses of its links, one per line.
  private(set) var links = ""
  /// The text of comments and declarations.
  private(set) var comments = ""
  /// The text of the style element.
  private(set) var style = ""
  /// What a document may not contain, in order.
  private(set) var faults: [PageFault] = []

  private let html: [UInt8]
  private var position = 0
  private var line = 1
  private var open: [String] = []
  private var plain: [UInt8] = []
  private var spaced: [UInt8] = []
  private var section: String?
  private var attributeBytes: [UInt8] = []
  private var linkBytes: [UInt8] = []
  private var nameBytes: [UInt8] = []
  private var commentBytes: [UInt8] = []

  init(_ html: [UInt8]) {
    self.html = html
    if String(validating: html, as: UTF8.self) == nil || html.contains(0) { fault(.notText) }
    if !starts(with: "<!doctype html>") { fault(.noDocument) }
    while position < html.count {
      if html[position] == UInt8(ascii: "<") {
        readTag()
      } else {
        readText(until: { $0 == UInt8(ascii: "<") })
      }
    }
    if let last = open.last { fault(.unclosed(last)) }
    endBlock()
    attributes = Decoding.references(in: String(decoding: attributeBytes, as: UTF8.self))
    names = Decoding.references(in: String(decoding: nameBytes, as: UTF8.self))
    links = Decoding.references(in: String(decoding: linkBytes, as: UTF8.self))
    comments = String(decoding: commentBytes, as: UTF8.self)
  }

  // MARK: Reading

  private func starts(with text: String, at start: Int? = nil) -> Bool {
    let bytes = html[(start ?? position)...].prefix(text.utf8.count)
    return bytes.lazy.map(PageRules.lowercased).elementsEqual(text.utf8)
  }

  private mutating func advance(to end: Int) {
    for byte in html[position..<end] where byte == 0x0A { line += 1 }
    position = end
  }

  /// The next start of a text; the end of the file when there is none.
  private func start(of text: String, from start: Int) -> Int {
    let first = text.utf8.first
    return (start..<html.count).first { html[$0] == first && starts(with: text, at: $0) } ?? html.count
  }

  private mutating func readText(until isEnd: (UInt8) -> Bool) {
    let end = html[position...].firstIndex(where: isEnd) ?? html.count
    let text = html[position..<end]
    check(text)
    plain += text
    spaced += text
    advance(to: end)
  }

  private mutating func readTag() {
    if starts(with: "<!--") {
      fault(.comment)
      let end = start(of: "-->", from: position + 4)
      commentBytes += html[position..<end] + [0x0A]
      advance(to: min(html.count, end + 3))
    } else if starts(with: "<!") || starts(with: "<?") {
      if position > 0 || !starts(with: "<!doctype html>") { fault(.declaration) }
      let end = html[position...].firstIndex(of: UInt8(ascii: ">")) ?? html.count - 1
      commentBytes += html[position...end] + [0x0A]
      advance(to: end + 1)
    } else if starts(with: "</") {
      readEndTag()
    } else if position + 1 < html.count, PageRules.isLetter(html[position + 1]) {
      readStartTag()
    } else {
      fault(.bracket)
      plain.append(html[position])
      spaced.append(html[position])
      position += 1
    }
  }

  private mutating func readName() -> String {
    let end = html[position...].firstIndex { !PageRules.isNameByte($0) } ?? html.count
    let name = String(decoding: html[position..<end].map(PageRules.lowercased), as: UTF8.self)
    position = end
    return name
  }

  private mutating func skipBlanks() {
    advance(to: html[position...].firstIndex { !PageRules.isBlank($0) } ?? html.count)
  }

  private mutating func readEndTag() {
    position += 2
    let name = readName()
    skipBlanks()
    if position < html.count, html[position] == UInt8(ascii: ">") { position += 1 } else { fault(.bracket) }
    border(name)
    if name == "section" { section = nil }
    if open.last == name {
      open.removeLast()
    } else {
      fault(.order(name))
      if let last = open.lastIndex(of: name) { open.removeSubrange(last...) }
    }
  }

  private mutating func readStartTag() {
    position += 1
    let name = readName()
    let isDrawing = open.contains("svg")
    if !PageRules.allows(element: name, inDrawing: isDrawing) { fault(.element(name)) }
    if let parent = PageRules.onlyParent[name], open.last != parent, !isDrawing { fault(.order(name)) }
    border(name)
    var values: [String: String] = [:]
    var closesItself = false
    while position < html.count, html[position] != UInt8(ascii: ">") {
      if PageRules.isBlank(html[position]) {
        skipBlanks()
      } else if starts(with: "/>") {
        closesItself = true
        position += 1
      } else if PageRules.isNameByte(html[position]) {
        let (attribute, value) = readAttribute(of: name)
        if values.updateValue(value, forKey: attribute) != nil { fault(.attribute(attribute, name)) }
        if !PageRules.allows(attribute: attribute, value: value, of: name, inDrawing: isDrawing || name == "svg") {
          fault(.attribute(attribute, name))
        }
      } else {
        fault(.bracket)
        position += 1
      }
    }
    position = min(html.count, position + 1)
    if name == "section" {
      endBlock()
      section = values["class"].flatMap { PageRules.sections.contains($0) ? $0 : nil }
    }
    if name == "style" || name == "title" && !isDrawing {
      readRaw(name)
    } else if closesItself ? isDrawing || name == "svg" : !PageRules.void.contains(name) {
      if !closesItself { open.append(name) }
    } else if closesItself, !PageRules.void.contains(name) {
      fault(.order(name))
    }
  }

  private mutating func readAttribute(of element: String) -> (name: String, value: String) {
    let name = readName()
    skipBlanks()
    guard position < html.count, html[position] == UInt8(ascii: "=") else { return (name, "") }
    position += 1
    skipBlanks()
    guard position < html.count, html[position] == UInt8(ascii: "\"") || html[position] == UInt8(ascii: "'") else {
      fault(.quotes)
      let end = html[position...].firstIndex { PageRules.isBlank($0) || $0 == UInt8(ascii: ">") } ?? html.count
      return (name, take(to: end, of: name, element, resumingAt: end))
    }
    let quote = html[position]
    position += 1
    let end = html[position...].firstIndex(of: quote) ?? html.count
    return (name, take(to: end, of: name, element, resumingAt: min(html.count, end + 1)))
  }

  private mutating func take(to end: Int, of name: String, _ element: String, resumingAt next: Int) -> String {
    let bytes = html[position..<end]
    check(bytes)
    let oneLine = bytes.map { $0 == 0x0A ? 0x20 : $0 } + [0x0A]
    if name == "href" {
      linkBytes += oneLine
    } else if ["class", "id", "headers"].contains(name) {
      nameBytes += oneLine
    } else if !PageRules.pins(attribute: name, of: element) {
      attributeBytes += oneLine
    }
    let value = Decoding.references(in: String(decoding: bytes, as: UTF8.self))
    advance(to: next)
    return value
  }

  /// Reads the content of an element in which tags are text.
  private mutating func readRaw(_ name: String) {
    let end = start(of: "</" + name, from: position)
    let content = html[position..<end]
    if name == "style" {
      style += String(decoding: content, as: UTF8.self)
      faults += StyleRules.faults(in: Array(content), fromLine: line)
    } else {
      check(content)
      plain += content
      spaced += content
    }
    advance(to: end)
    open.append(name)
  }

  /// Checks a text or a value for forbidden characters, once its references are decoded.
  private mutating func check(_ bytes: ArraySlice<UInt8>) {
    if !Decoding.knowsReferences(in: bytes) { fault(.reference) }
    guard bytes.contains(where: { $0 == UInt8(ascii: "&") || $0 >= 0x80 }) else { return }
    if DirectionControls.stand(in: Decoding.references(in: String(decoding: bytes, as: UTF8.self))) {
      fault(.direction)
    }
  }

  // MARK: Blocks

  /// Handles the effect of a tag on the text around it: tags of phrases have none, all others end a block.
  private mutating func border(_ name: String) {
    if PageRules.phrasing.contains(name) { spaced.append(0x20) } else { endBlock() }
  }

  private mutating func endBlock() {
    let text = Self.oneLine(plain)
    let spacedText = Self.oneLine(spaced)
    plain = []
    spaced = []
    guard !text.isEmpty else { return }
    blocks.append(Block(text: text, spacedText: spacedText, section: section))
  }

  private static func oneLine(_ bytes: [UInt8]) -> String {
    let text = Decoding.references(in: String(decoding: bytes, as: UTF8.self))
    return text.split { $0 == " " || $0 == "\n" || $0 == "\t" || $0 == "\r" || $0 == "\r\n" }.joined(separator: " ")
  }

  private mutating func fault(_ kind: PageFault.Kind) { faults.append(PageFault(kind, line: line)) }
}
