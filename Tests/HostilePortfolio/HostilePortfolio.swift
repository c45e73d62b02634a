import Foundation
import HostileFixture

/// Writes portfolios whose every text tries to become something else, each into a numbered folder of the given one, and
/// one into `customers` whose hostile texts are meant for customers.
@main
enum HostilePortfolioFolder {
  static func main() throws {
    guard CommandLine.arguments.count == 2 else {
      print("usage: hostile-portfolio FOLDER")
      exit(64)
    }
    let folder = URL(filePath: CommandLine.arguments[1])
    let texts = HostileTexts.distinct(HostileTexts.own + (try HostileTexts.corpora()))
    for (number, portfolio) in HostilePortfolio.all(of: texts).enumerated() {
      let place = folder.appending(path: String(number + 1))
      try portfolio.write(to: place)
      print(place.path)
    }
    try HostileCustomers(texts: texts).write(to: folder.appending(path: "customers"))
  }
}
