import Files
public import Health
import Languages
public import Portfolio

extension PortfolioFolder {
  /// Looks at exports and plans how the portfolio reads them; nothing is written.
  public func planImport(of paths: [String], asOf: Day, _ answers: ImportAnswers) throws -> ImportPlan {
    guard isFolder else {
      throw Refusal("there is no folder '\(path)'; make one with: vigie init \(path)")
    }
    for path in paths where try !isThere(path) {
      throw Refusal("there is no file '\(path)'")
    }
    return importPlan(
      of: paths, into: path, asOf: asOf, answers: answers, languages: try Languages(templates))
  }

  /// Writes the settings of a plan; those that are there stay, with their comments and their order.
  public func write(_ plan: ImportPlan) throws {
    guard let settings = plan.settings else { return }
    let file = "\(path)/\(settingsName)"
    do throws(FileError) {
      if try isThere(file) {
        try replaceFile(Array(settings.utf8), keepingModeAt: file)
      } else {
        try writeNewFile(Array(settings.utf8), at: file)
      }
    } catch {
      throw Refusal("cannot write '\(file)': \(error.reason)")
    }
  }

  /// Whether it is a folder.
  public var isFolder: Bool { (try? Files.isFolder(path)) ?? false }
}
