/// Something that a customer's finished file may not contain, whatever its origin.
public struct PageFault: Hashable, Sendable, CustomStringConvertible {
  enum Kind: Hashable {
    case notText, noDocument, unclosed(String), reference, comment, declaration, bracket, order(String)
    case element(String), attribute(String, String), quotes, direction
    case styleEscape, styleRule, styleFunction, styleText, styleOrder, style(Style, String)

    /// The ways in which a declaration of a style can be forbidden.
    enum Style { case property, text, number, function, hidden, backwards }
  }

  let kind: Kind
  let line: Int

  init(_ kind: Kind, line: Int) {
    self.kind = kind
    self.line = line
  }

  /// What is wrong and what to write instead, in one line; it quotes nothing but names of HTML itself.
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
    case .direction:
      "a character that turns the direction of text, such as U+202E, by which it reads otherwise than it is searched; "
        + "leave it out"
    case .styleEscape: "a '\\' in a style, which can hide a name; write the letters themselves"
    case .styleRule: "an @-rule that could load something; only @media, @supports, @page and its margins may stand"
    case .styleFunction: "a function in a style that could load something, such as url(); leave it out"
    case .styleText: "a text in a style that does not end on its line"
    case .styleOrder: "a part of a style that is neither a rule nor a declaration, or a bracket that is not closed"
    case .style(let what, let property):
      "\(StyleLists.canBeTold(property) ? "'\(property)'" : "a property") in a style, \(Self.words(what))"
    }
  }

  private static func words(_ style: Kind.Style) -> String {
    switch style {
    case .property: "which is none of those that a customer's document may use; leave it out"
    case .text:
      "with a text in quotation marks; a style may add signs, no letters or digits: write words in the template"
    case .number: "with a number, which readers would read as a figure; leave the number out"
    case .function: "with a function where none may stand; write the value itself"
    case .hidden: "which hides what is on the page; take it out of the template"
    case .backwards: "with a value that shows letters or parts in another order than they are written; leave it out"
    }
  }

  private static func tag(_ name: String) -> String { known(name).map { "<\($0)>" } ?? "an element" }

  /// A name if HTML has it; any other could be text from data.
  private static func known(_ name: String) -> String? {
    PageRules.namesThatCanBeTold.contains(name) ? name : nil
  }
}
