/// Puts what is between two section tags into the section, and reports the tags that have no partner.
struct TreeBuilder {
  private struct OpenSection {
    let name: [UInt8]
    let inverted: Bool
    let offset: Int
  }

  /// How deep sections may be nested, and partials: each level is a call of a function.
  static let deepest = 64

  private(set) var faults: [SyntaxFault]
  private var open: [OpenSection] = []
  /// The sections that are too deep and still open.
  private var tooDeep = 0
  /// What is in no section, and what is in each open one.
  private var levels: [[Node]] = [[]]

  var nodes: [Node] { levels[0] }

  init(faults: [SyntaxFault]) {
    self.faults = faults
  }

  mutating func append(_ token: Token) {
    func add(_ content: Node.Content) {
      levels[levels.count - 1].append(Node(content: content, offset: token.offset))
    }
    switch token.content {
    case .lineStart: add(.lineStart)
    case .text(let text): add(.text(text))
    case .escaped(let name): add(.escaped(name: name))
    case .unescaped(let name): add(.unescaped(name: name))
    case .partial(let name, let indentation): add(.partial(name: name, indentation: indentation))
    case .open(let name, let inverted):
      guard open.count < Self.deepest else {
        faults.append(SyntaxFault(kind: .tooDeep(limit: Self.deepest), offset: token.offset))
        tooDeep += 1
        return
      }
      open.append(OpenSection(name: name, inverted: inverted, offset: token.offset))
      levels.append([])
    case .close(let name): close(name, at: token.offset)
    }
  }

  /// Reports the sections that are still open; their contents are kept, so that the names in them are checked too.
  mutating func finish() {
    while let section = open.last { closeUnclosed(section) }
  }

  private mutating func close(_ name: [UInt8], at offset: Int) {
    guard tooDeep == 0 else {
      tooDeep -= 1
      return
    }
    let closing = String(decoding: name, as: UTF8.self)
    guard let partner = open.lastIndex(where: { $0.name == name }) else {
      guard let innermost = open.last else {
        faults.append(SyntaxFault(kind: .unopenedSection(closing), offset: offset))
        return
      }
      // Most likely a mistake in the closing name, so the section ends here.
      let opened = String(decoding: innermost.name, as: UTF8.self)
      faults.append(SyntaxFault(kind: .mismatchedSection(open: opened, close: closing), offset: offset))
      endInnermost()
      return
    }
    while open.count > partner + 1, let section = open.last { closeUnclosed(section) }
    endInnermost()
  }

  private mutating func closeUnclosed(_ section: OpenSection) {
    faults.append(
      SyntaxFault(kind: .unclosedSection(String(decoding: section.name, as: UTF8.self)), offset: section.offset))
    endInnermost()
  }

  private mutating func endInnermost() {
    guard let section = open.popLast(), let nodes = levels.popLast() else { return }
    let body = Node.Content.section(name: section.name, inverted: section.inverted, body: nodes)
    levels[levels.count - 1].append(Node(content: body, offset: section.offset))
  }
}
