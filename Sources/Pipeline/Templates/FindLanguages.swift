import BuiltInTemplates
public import Files
public import Languages

extension Languages {
  /// Finds the built-in languages, and those of the user's own templates.
  ///
  /// - Throws: `FileError` where some of those cannot be read.
  public init(_ source: TemplateSource) throws(FileError) {
    guard case .folder(let folder) = source else {
      self.init(builtIn: BuiltInTemplates.files)
      return
    }
    var own: [LanguageFile] = []
    for name in try namesIfThere(folder + "/words") ?? [] where name.hasSuffix(".yml") {
      let path = folder + "/words/" + name
      let bytes = try OpenFile.toReadAll(path).contents(atMost: Limits.text)
      own += [LanguageFile(named: "words/" + name, path: path, bytes: bytes, isBuiltIn: false)].compactMap(\.self)
    }
    self.init(builtIn: BuiltInTemplates.files, own: own)
  }
}
