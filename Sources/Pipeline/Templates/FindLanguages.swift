import BuiltInTemplates
import FoundationEssentials
public import Languages

extension Languages {
  /// Finds the built-in languages, and those of the user's own templates.
  public init(_ source: TemplateSource) {
    guard case .folder(let folder) = source else {
      self.init(builtIn: BuiltInTemplates.files)
      return
    }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder + "/words")) ?? []
    self.init(
      builtIn: BuiltInTemplates.files,
      own: names.sorted().compactMap { name in
        let path = folder + "/words/" + name
        return FileManager.default.contents(atPath: path).flatMap {
          LanguageFile(named: "words/" + name, path: path, bytes: Array($0), isBuiltIn: false)
        }
      })
  }
}
