import BuiltInTemplates
import Files
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
        return (try? OpenFile.toReadAll(path).contents(atMost: Limits.text)).flatMap {
          LanguageFile(named: "words/" + name, path: path, bytes: $0, isBuiltIn: false)
        }
      })
  }
}
