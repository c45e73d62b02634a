import Templates

/// Compiles templates one after the other and collects their problems.
struct TemplateCompiler {
  private let set: TemplateSet
  private let phrases: TemplatePhrases
  private(set) var problems: [TemplateProblem] = []
  /// The names of the templates requested.
  private(set) var names: Set<String> = []

  init(_ files: [TemplateFile], words: Words) {
    set = TemplateSet(files: files)
    phrases = TemplatePhrases(words.all)
  }

  /// Compiles a template and checks it against its view; returns one that shows nothing if there are problems.
  mutating func compile<View: TemplateRecord>(_ name: String, needing needed: [String] = []) -> CompiledTemplate<View> {
    names.insert(name)
    do throws(TemplateErrors) {
      return try set.compile(name, for: View.self, phrases: phrases, needing: needed)
    } catch {
      // A partial template is checked with every page that uses it, and what one may have meant differs with the page.
      for problem in error.problems where !problems.contains(where: { $0.isAtSamePlace(as: problem) }) {
        problems.append(problem)
      }
      return .empty
    }
  }
}
