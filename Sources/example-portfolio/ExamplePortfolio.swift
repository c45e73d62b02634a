import Foundation

@main
struct ExamplePortfolio {
  /// The seed, which can be any number; changing it changes every figure in the example.
  static let seed: UInt64 = 20_261_116

  static func main() throws {
    guard CommandLine.arguments.count == 2 else {
      FileHandle.standardError.write(Data("usage: example-portfolio <portfolio folder>\n".utf8))
      exit(64)
    }
    let folder = URL(filePath: CommandLine.arguments[1], directoryHint: .isDirectory)
    for file in files(seed: seed) {
      let url = folder.appending(path: file.path)
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(file.text.utf8).write(to: url, options: .atomic)
    }
  }

  /// Every file of the example, as paths within its folder.
  static func files(seed: UInt64) -> [(path: String, text: String)] {
    let cast = (stories + steadyAccounts + lostAccounts).sorted { $0.id < $1.id }
    let tables = [
      accountsTable(cast), measuresTable(cast, seed: seed), surveyTable(cast, seed: seed),
      sentimentTable(cast, seed: seed), risksTable(cast), touchpointsTable(cast, seed: seed),
      ticketsTable(cast, seed: seed), contactsTable(cast, seed: seed), goalsTable(cast, seed: seed),
      outcomesTable(cast, seed: seed), reviewsTable(cast), plansTable(),
    ]
    let notes = Notes.all.map { (path: "data/notes/\($0.account).md", text: $0.text + "\n") }
    let customers = CustomerWords.all.map { (path: "data/customer/\($0.account).md", text: $0.text + "\n") }
    let editions = Notes.editions.map { (path: "data/edition/\($0.week).md", text: $0.text + "\n") }
    return tables.map { ($0.file, $0.text) } + notes + customers + editions
  }
}
