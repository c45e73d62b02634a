import BuiltInTemplates
import Foundation
import Languages

extension Languages {
  /// The languages that come with Vigie, and those of the folder given on the command line, else of `templates/` in the
  /// portfolio.
  init(templates folder: String?, portfolio: String) {
    let own = folder ?? portfolio + "/templates"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: own + "/words")) ?? []
    self.init(
      builtIn: BuiltInTemplates.files,
      own: names.sorted().compactMap { name in
        let path = own + "/words/" + name
        return FileManager.default.contents(atPath: path).flatMap {
          LanguageFile(named: "words/" + name, path: path, bytes: Array($0), isBuiltIn: false)
        }
      })
  }
}
