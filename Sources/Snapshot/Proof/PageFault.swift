/// Something that a customer's finished file may not hold, whatever brought it in.
public struct PageFault: Hashable, Sendable, CustomStringConvertible {
  enum Kind: Hashable {
    case notText, noDocument, unclosed(String), reference, comment, declaration, bracket, order(String)
    case element(String), attribute(String, String), quotes, styleEscape, styleRule, styleFunction, styleText
  }

  let kind: Kind
  let line: Int

  init(_ kind: Kind, line: Int) {
    self.kind = kind
    self.line = line
  }

  /// What is wrong and what to write instead, in one line; it names nothing but marks of HTML itself.
  public var description: String { "line \(line) of the page: \(words)" }

  private var words: String {
    switch kind {
    case .notText: "it is not UTF-8; save the template as UTF-8"
    case .noDocument: "it does not begin with <!doctype html>"
    case .unclosed(let name): "\(Self.tag(name)) is never closed; close it"
    case .reference: "a '&' begins no reference that the search knows; write '&amp;', or the letter itself"
    case .comment: "a comment, which programs can act on; write it as {{! … }} in the template"
    case .declaration: "a declaration other than <!doctype html>; leave it out"
    case .bracket: "a '<' or a sign in a tag that is none of HTML's; write '&lt;' for the sign"
    case .order(let name): "\(Self.tag(name)) where it may not stand, or not closed in order"
    case .element(let name): "\(Self.tag(name)), which no customer's document may hold"
    case .attribute(let name, let element):
      "the attribute \(Self.known(name) ?? "of a name or value that is not allowed") of \(Self.tag(element)); "
        + "a document may load nothing, run nothing, and link only to https, http and mailto addresses"
    case .quotes: "a value without quotation marks; put them around it"
    case .styleEscape: "a '\\' in a style, which can hide a name; write the letters themselves"
    case .styleRule: "an @-rule that could load something; only @media, @supports, @page and its margins may stand"
    case .styleFunction: "a function in a style that could load something, such as url(); leave it out"
    case .styleText: "a text in a style that does not end on its line"
    }
  }

  private static func tag(_ name: String) -> String { known(name).map { "<\($0)>" } ?? "an element" }

  /// Names that HTML has; any other could be a text from data.
  private static func known(_ name: String) -> String? {
    PageRules.namesThatCanBeTold.contains(name) ? name : nil
  }
}
