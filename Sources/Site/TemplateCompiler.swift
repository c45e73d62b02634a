import Templates

/// Compiles templates one after the other and keeps what is wrong with them.
struct TemplateCompiler {
  private let set: TemplateSet
  private let phrases: TemplatePhrases
  private(set) var problems: [TemplateProblem] = []

  init(_ files: [TemplateFile], words: Words) {
    set = TemplateSet(files: files)
    phrases = TemplatePhrases(words.all)
  }

  /// A template checked against its view; one that shows nothing, and its problems kept, where it cannot be used.
  mutating func compile<View: TemplateRecord>(_ name: String, needing needed: [String] = []) -> CompiledTemplate<View> {
    do throws(TemplateErrors) {
      return try set.compile(name, for: View.self, phrases: phrases, needing: needed)
    } catch {
      // A part is checked with every page that shows it.
      for problem in error.problems where !problems.contains(problem) { problems.append(problem) }
      return .empty
    }
  }
}
