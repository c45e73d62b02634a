import Foundation

/// Writes the exports of a made-up team's tools, or the same facts as Vigie's own tables.
///
/// `example-exports examples/exports` writes six files in the layouts of a CRM, a help desk, a product, a tool for
/// CSMs and a workbook. `example-exports --clean FOLDER` writes `accounts`, `outcomes`, `tickets`, `measures`,
/// `touchpoints` and `sentiment` as Vigie reads them without any setting, under the long ids of the CRM. Whoever
/// reads the exports well arrives at the second from the first. The second lacks on purpose, in whole rows:
///
/// - of accounts: those of `Type` Prospect, and the footer;
/// - of opportunities: those that are open, first contracts (New Business, won or lost), additions that came to
///   nothing (Existing Business, Closed Lost), and the footer;
/// - of tickets: those of the two organisations that the CRM does not know;
/// - of events: those in the team's own workspace, and those of the week that is not over on that day;
/// - of the timeline: those of type Update, with whom nobody talked;
/// - of the workbook: the row whose account is `#N/A`, all other sheets, and the two lines of title.
///
/// The report of opportunities says an ARR in three ways, and the clean `outcomes` say it in one. Among an account's
/// won opportunities in the order of their days, the Amount of New Business and of a Renewal is the ARR from then on,
/// and that of Existing Business is added to it; `arr_before` is what it was until then. A Renewal that is Closed
/// Lost is a churn to 0. A Renewal with less than before is `contracted`, any other `renewed`.
@main
struct ExampleExports {
  /// The seed, which can be any number; changing it changes every figure.
  static let seed: UInt64 = 20_261_117

  static func main() throws {
    var arguments = Array(CommandLine.arguments.dropFirst())
    let isClean = arguments.first == "--clean"
    if isClean { arguments.removeFirst() }
    guard arguments.count == 1, !arguments[0].hasPrefix("-") else {
      FileHandle.standardError.write(Data("usage: example-exports [--clean] <folder>\n".utf8))
      exit(64)
    }
    let folder = URL(filePath: arguments[0], directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let facts = Facts(seed: seed)
    for file in isClean ? CleanTables.all(facts) : try exports(facts) {
      try Data(file.bytes).write(to: folder.appending(path: file.name), options: .atomic)
    }
  }

  /// The six exports.
  static func exports(_ facts: Facts) throws -> [(name: String, bytes: [UInt8])] {
    let day = Calendar.asOf.description
    return [
      ("report-accounts-\(day).csv", CRMReports.accounts(facts)),
      ("report-opportunities-\(day).csv", CRMReports.opportunities(facts)),
      ("tickets-\(day).csv", TicketExport.tickets(facts)),
      ("events-\(day).csv.gz", Gzip.compress(EventExport.events(facts))),
      ("timeline-\(day).csv", TimelineExport.activities(facts, seed: seed)),
      ("flags-\(day).xlsx", try FlagsWorkbook.workbook(facts)),
    ]
  }
}
