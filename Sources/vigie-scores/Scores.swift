import BuiltInTemplates
import Glibc
import Health
import Languages
import Portfolio

/// `vigie-scores FOLDER DAY WEEKS [FILE]`: reads a portfolio, scores every account on weekly days up to a day and does no
/// more, so that other programs can be held against it; writes the scores into a CSV file where one is named.
@main
struct Scores {
  static func main() async throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard (3...4).contains(arguments.count), let asOf = Day(iso: arguments[2]), let weeks = Int(arguments[3]), weeks > 0
    else { throw Usage() }
    let begin = processorTime
    let portfolio = try loadPortfolio(
      arguments[1], asOf: asOf, languages: Languages(builtIn: BuiltInTemplates.files))
    let loaded = processorTime
    let scorer = Scorer(evidence: portfolio.evidence, models: portfolio.models, segmentOf: portfolio.segmentOf)
    let days = (0..<weeks).reversed().map { asOf - 7 * $0 }
    let scores = await scorer.scores(on: days)
    print("load \(loaded - begin) s, score \(processorTime - loaded) s")
    guard arguments.count == 4 else { return }
    var text = "account_id,day,score,band\n"
    for (position, account) in portfolio.evidence.accounts.enumerated() {
      for (index, day) in days.enumerated() {
        guard let score = scores[position, index] else { continue }
        text += "\(account.id.text),\(day),\(score.published.map(String.init) ?? ""),\(score.band)\n"
      }
    }
    guard let file = fopen(arguments[4], "w"), fputs(text, file) >= 0, fclose(file) == 0 else { throw Usage() }
  }

  /// The seconds that the processors have spent on this program.
  private static var processorTime: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private struct Usage: Error, CustomStringConvertible {
    let description = "usage: vigie-scores FOLDER DAY WEEKS [FILE]"
  }
}
