import Findings
import Foundation
import Health
import Portfolio
import Testing

/// A portfolio with exports, as import looks at it.
enum ImportFolder {
  static let crm = """
    Account ID,Account Name,Owner,ARR,Renewal Date,Website
    A1,Acme,Kim,1000,2027-01-31,https://acme.example
    B2,Beta GmbH,Kim,2000,2027-02-28,https://beta.example
    """ + "\n"
  /// Settings that read accounts, so that others can be matched.
  static let withAccounts = """
    # Ours.
    sources:
      accounts:
        - file: exports/crm.csv
          columns: {account_id: Account ID, name: Account Name, csm: Owner, arr: ARR, renews_on: Renewal Date}
    """ + "\n"
}

/// Plans the import of some files into a portfolio of some settings.
func plan(
  _ exports: [String: String], settings: String = "", _ answers: ImportAnswers = ImportAnswers()
) throws -> ImportPlan { try plan(bytes: exports.mapValues { Data($0.utf8) }, settings: settings, answers) }

func plan(
  bytes exports: [String: Data], settings: String = "", _ answers: ImportAnswers = ImportAnswers()
) throws -> ImportPlan {
  var files = Dictionary(uniqueKeysWithValues: exports.map { ("exports/\($0.key)", $0.value) })
  files["vigie.yml"] = Data(settings.utf8)
  if settings.contains("crm.csv") { files["exports/crm.csv"] = Data(ImportFolder.crm.utf8) }
  return try withFolder(files) { folder in
    importPlan(
      of: exports.keys.sorted().map { "\(folder)/exports/\($0)" }, into: folder, asOf: today, answers: answers,
      languages: languages)
  }
}

/// The one proposal of a plan.
func only(_ plan: ImportPlan) throws -> Proposal {
  try #require(plan.proposals.count == 1, "\(plan.strangers)")
  return plan.proposals[0]
}
