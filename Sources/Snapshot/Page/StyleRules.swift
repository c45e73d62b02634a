/// The rules for a style in a customer's document, by CSS tokens: listed @-rules, functions and properties
/// (``StyleLists``), and no text, number or order of letters that readers would see and the search would not.
struct StyleRules {
  /// The faults of a style.
  static func faults(in css: [UInt8], fromLine first: Int) -> [PageFault] {
    var rules = StyleRules()
    rules.read(StyleToken.all(in: css, fromLine: first))
    return rules.faults
  }

  private var faults: [PageFault] = []
  private var segment: [StyleToken] = []
  private var brackets: [UInt8] = []

  private mutating func read(_ tokens: [StyleToken]) {
    for token in tokens {
      switch token.kind {
      case .escape: fault(.styleEscape, token)
      case .unclosed: fault(.styleText, token)
      case .rule(let name) where !StyleLists.rules.contains(name): fault(.styleRule, token)
      case .function(let name) where !StyleLists.functions.contains(name): fault(.styleFunction, token)
      case .sign(UInt8(ascii: "(")): brackets.append(UInt8(ascii: ")"))
      case .sign(UInt8(ascii: "[")): brackets.append(UInt8(ascii: "]"))
      case .sign(UInt8(ascii: ")")), .sign(UInt8(ascii: "]")):
        if brackets.last.map({ token.kind == .sign($0) }) ?? false {
          brackets.removeLast()
        } else {
          fault(.styleOrder, token)
        }
      case .sign(UInt8(ascii: "{")):
        end(token)
        // `--name: { … }` would be a value that is read this way nowhere else in a style.
        if case .name(let name)? = segment.first?.kind, name.hasPrefix("--") { fault(.styleOrder, token) }
        segment = []
        continue
      case .sign(UInt8(ascii: ";")), .sign(UInt8(ascii: "}")):
        end(token)
        declaration()
        continue
      default: break
      }
      segment.append(token)
    }
    declaration()
  }

  /// Handles a token that ends a part of a style; it may not be in brackets, where it would not end one.
  private mutating func end(_ token: StyleToken) {
    guard !brackets.isEmpty else { return }
    brackets = []
    fault(.styleOrder, token)
  }

  // MARK: Declarations

  private mutating func declaration() {
    defer { segment = [] }
    guard let first = segment.first else { return }
    if case .rule = first.kind { return }
    guard case .name(let property) = first.kind, segment.count > 1, segment[1].isSign(":") else {
      return fault(.styleOrder, first)
    }
    let values = segment.dropFirst(2)
    // A custom property is checked where it is used: in checked values, var() is not allowed.
    guard !property.hasPrefix("--") else { return backwards(values, of: property) }
    guard StyleLists.allows(property) else { return fault(.style(.property, property), first) }
    backwards(values, of: property)
    switch property {
    case "content", "quotes": shown(values, of: property)
    case _ where property.hasPrefix("list-style"): shown(values, of: property)
    default:
      if !StyleLists.takesNames(property) {
        for token in values { if case .text = token.kind { fault(.style(.text, property), token) } }
      }
    }
    guard StyleLists.areLookedAt.contains(property) else { return }
    for token in values {
      switch token.kind {
      case .function: fault(.style(.function, property), token)
      case .number(let number):
        if property.hasPrefix("counter") { fault(.style(.number, property), token) }
        // From half a letter on, the text that follows appears before it.
        if property.hasSuffix("spacing"), Self.value(number) < -0.5 { fault(.style(.backwards, property), token) }
      case .name("none") where property == "display": fault(.style(.hidden, property), token)
      case .name(let name) where property == "unicode-bidi" && !["isolate", "normal"].contains(name):
        fault(.style(.backwards, property), token)
      default: break
      }
    }
  }

  private mutating func backwards(_ values: ArraySlice<StyleToken>, of property: String) {
    for token in values {
      if case .name(let name) = token.kind, name.hasSuffix("-reverse") { fault(.style(.backwards, property), token) }
    }
  }

  /// Checks what a style adds to the page: signs, and numbers that count elements or pages.
  private mutating func shown(_ values: ArraySlice<StyleToken>, of property: String) {
    for token in values {
      switch token.kind {
      case .text(let text) where !StyleLists.isSigns(text): fault(.style(.text, property), token)
      case .function(let name) where property != "content" || !["counter", "counters"].contains(name):
        fault(.style(.function, property), token)
      default: break
      }
    }
  }

  private static func value(_ number: String) -> Double {
    Double(number.prefix { "+-.0123456789".contains($0) }) ?? 0
  }

  private mutating func fault(_ kind: PageFault.Kind, _ token: StyleToken) {
    faults.append(PageFault(kind, line: token.line))
  }
}
