import Findings
import Health

/// The position of the account that a user means: by id, else by name in any case.
func find(_ account: String, in evidence: Evidence) throws -> Int {
  let wanted = AccountID(account)
  if let index = evidence.accounts.firstIndex(where: { $0.id == wanted }) { return index }
  let named = evidence.accounts.indices.filter { evidence.accounts[$0].name.lowercased() == account.lowercased() }
  if named.count == 1 { return named[0] }
  if named.count > 1 {
    let ids = named.map { evidence.accounts[$0].id.text }.joined(separator: ", ")
    throw Refusal("\(named.count) accounts are called '\(account)'; give one of the ids \(ids)")
  }
  let known = evidence.accounts.flatMap { [$0.id.text, $0.name] }
  let hint = nearestName(to: account, among: known).map { "; did you mean '\($0)'?" } ?? ""
  throw Refusal("there is no account '\(account)'\(hint)")
}
