import Templates
import Testing

@Suite struct `the Mustache specification` {
  /// The intended differences of the engine, and their reasons.
  enum Deviation: Sendable {
    /// A name that no scope has is a fault of the template, not an empty text; so is a record's name inside the
    /// inverted section over that record, which is shown only when there is no record.
    case unknownNameIsAnError
    /// A missing partial is a fault of the template, not an empty text.
    case unknownPartialIsAnError
    /// Partials become part of the page when it is compiled, so none can contain itself.
    case recursionIsAnError
    /// Text from outside is never inserted unescaped; the case must pass once its values are declared finished HTML.
    case unescapedTextIsAnError
  }

  static let deviations: [String: Deviation] = [
    "interpolation: Basic Context Miss Interpolation": .unknownNameIsAnError,
    "interpolation: Triple Mustache Context Miss Interpolation": .unknownNameIsAnError,
    "interpolation: Ampersand Context Miss Interpolation": .unknownNameIsAnError,
    "interpolation: Dotted Names - Broken Chains": .unknownNameIsAnError,
    "interpolation: Dotted Names - Broken Chain Resolution": .unknownNameIsAnError,
    "interpolation: Dotted Names - Context Precedence": .unknownNameIsAnError,
    "interpolation: Dotted Names are never single keys": .unknownNameIsAnError,
    "inverted: Context": .unknownNameIsAnError,
    "inverted: List": .unknownNameIsAnError,
    "inverted: Context Misses": .unknownNameIsAnError,
    "inverted: Dotted Names - Broken Chains": .unknownNameIsAnError,
    "sections: Context Misses": .unknownNameIsAnError,
    "sections: Dotted Names - Broken Chains": .unknownNameIsAnError,
    "partials: Failed Lookup": .unknownPartialIsAnError,
    "partials: Recursion": .recursionIsAnError,
    "interpolation: Triple Mustache": .unescapedTextIsAnError,
    "interpolation: Ampersand": .unescapedTextIsAnError,
    "interpolation: Triple Mustache Integer Interpolation": .unescapedTextIsAnError,
    "interpolation: Ampersand Integer Interpolation": .unescapedTextIsAnError,
    "interpolation: Triple Mustache Decimal Interpolation": .unescapedTextIsAnError,
    "interpolation: Ampersand Decimal Interpolation": .unescapedTextIsAnError,
    "interpolation: Triple Mustache Null Interpolation": .unescapedTextIsAnError,
    "interpolation: Ampersand Null Interpolation": .unescapedTextIsAnError,
    "interpolation: Dotted Names - Triple Mustache Interpolation": .unescapedTextIsAnError,
    "interpolation: Dotted Names - Ampersand Interpolation": .unescapedTextIsAnError,
    "interpolation: Implicit Iterators - Triple Mustache": .unescapedTextIsAnError,
    "interpolation: Implicit Iterators - Ampersand": .unescapedTextIsAnError,
    "interpolation: Triple Mustache - Surrounding Whitespace": .unescapedTextIsAnError,
    "interpolation: Ampersand - Surrounding Whitespace": .unescapedTextIsAnError,
    "interpolation: Triple Mustache - Standalone": .unescapedTextIsAnError,
    "interpolation: Ampersand - Standalone": .unescapedTextIsAnError,
    "interpolation: Triple Mustache With Padding": .unescapedTextIsAnError,
    "interpolation: Ampersand With Padding": .unescapedTextIsAnError,
    "sections: Implicit Iterator - Triple mustache": .unescapedTextIsAnError,
    "sections: Implicit Iterator - Ampersand": .unescapedTextIsAnError,
    "partials: Standalone Indentation": .unescapedTextIsAnError,
  ]

  @Test func `every case of the six files is read`() {
    #expect(SpecificationSuite.allCases.count == 136)
  }

  @Test func `every deviation names a case`() {
    let names = Set(SpecificationSuite.allCases.map(\.name))
    #expect(Self.deviations.keys.filter { !names.contains($0) }.isEmpty)
  }

  @Test(arguments: SpecificationSuite.allCases.filter { deviations[$0.name] == nil })
  func `a case is rendered as specified`(_ item: SpecificationCase) throws {
    #expect(try rendered(item, scalars: .text) == item.expected)
  }

  @Test(arguments: SpecificationSuite.allCases.filter { deviations[$0.name] != nil })
  func `a deviating case deviates for the stated reason`(_ item: SpecificationCase) throws {
    let problems = #expect(throws: TemplateErrors.self) { try rendered(item, scalars: .text) }?.problems ?? []
    switch (try #require(Self.deviations[item.name]), try #require(problems.first).kind) {
    case (.unknownNameIsAnError, .unknownName), (.unknownPartialIsAnError, .unknownPartial),
      (.recursionIsAnError, .recursivePartial):
      break
    case (.unescapedTextIsAnError, .unescapedText):
      #expect(try rendered(item, scalars: .html) == item.expected)
    default: Issue.record("not the stated reason: \(problems)")
    }
  }

  private func rendered(_ item: SpecificationCase, scalars: JSONValue.Scalars) throws -> String {
    let main = TemplateFile(name: "case", text: item.template, format: .html)
    let partials = (item.partials ?? [:]).map { TemplateFile(name: $0.key, text: $0.value, format: .html) }
    let template = try TemplateSet(files: partials + [main])
      .compile("case", fields: item.data.fields(scalars: scalars))
    var output: [UInt8] = []
    template.render(item.data, into: &output)
    return String(decoding: output, as: UTF8.self)
  }
}
