import Foundation

/// The cases of one file of the Mustache specification.
struct SpecificationSuite: Decodable {
  let tests: [SpecificationCase]

  static let names = ["comments", "delimiters", "interpolation", "inverted", "partials", "sections"]

  static let allCases: [SpecificationCase] = names.flatMap { name in
    do {
      let url = Bundle.module.bundleURL.appending(path: "Specification/\(name).json")
      let suite = try JSONDecoder().decode(Self.self, from: Data(contentsOf: url))
      return suite.tests.map { $0.named(in: name) }
    } catch {
      fatalError("cannot read the specification: \(error)")
    }
  }
}

struct SpecificationCase: Decodable, Sendable, CustomStringConvertible {
  var name: String
  let data: JSONValue
  let template: String
  let partials: [String: String]?
  let expected: String

  var description: String { name }

  func named(in suite: String) -> Self {
    var copy = self
    copy.name = "\(suite): \(name)"
    return copy
  }
}
