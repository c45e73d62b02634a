import PackagePlugin

/// Writes a Swift file that contains every file of the target's folder as text, so that none has to be listed.
@main
struct EmbedTemplates: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    guard let module = target as? any SourceModuleTarget else { return [] }
    let files = module.sourceFiles.map(\.url).filter { $0.pathExtension != "swift" }.sorted { $0.path < $1.path }
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedFiles.swift")
    return [
      .buildCommand(
        displayName: "Embedding \(files.count) files of \(target.name)",
        executable: context.package.directoryURL.appending(path: "Plugins/EmbedTemplates/embed.sh"),
        arguments: [output.path, target.directoryURL.path + "/"] + files.map(\.path),
        inputFiles: files, outputFiles: [output])
    ]
  }
}
