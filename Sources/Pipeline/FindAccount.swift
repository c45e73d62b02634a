import Findings
import Health
public import Portfolio
import Spelling

extension Portfolio {
  /// The position of the account that a user means: by id, by an old id, or else by name in any case.
  ///
  /// - Throws: `Refusal` with the possible accounts: the one that is written otherwise, or else those with
  ///   words in their name that begin like the user's.
  public func account(called account: String) throws -> Int {
    let accounts = evidence.accounts
    let wanted = AccountID(settings.follow(account) ?? account)
    if let index = accounts.firstIndex(where: { $0.id == wanted }) { return index }
    let named = accounts.indices.filter { accounts[$0].name.lowercased() == account.lowercased() }
    if named.count == 1 { return named[0] }
    if named.count > 1 {
      let ids = named.map { accounts[$0].id.text }.joined(separator: ", ")
      throw Refusal("\(named.count) accounts are called '\(account)'; give one of the ids \(ids)")
    }
    throw Refusal("there is no account '\(account)'\(hint(for: account, in: evidence))")
  }
}

private func hint(for account: String, in evidence: Evidence) -> String {
  func shown(_ index: Int, as spelling: String? = nil) -> String {
    let (id, name) = (evidence.accounts[index].id.text, evidence.accounts[index].name)
    return spelling == id ? "'\(id)' (\(name))" : "'\(name)' (\(id))"
  }
  let accounts = evidence.accounts
  if let same = sameIdentity(as: account, among: accounts.map(\.id.text))
    ?? sameIdentity(as: account, among: accounts.map(\.name)),
    let index = accounts.firstIndex(where: { $0.id.text == same || $0.name == same })
  {
    return "; did you mean \(shown(index, as: same))?"
  }
  // Who writes a part of a name means one that has it; a number is never a part of another.
  let words = plainWords(account)
  let alike = accounts.indices.filter { index in
    let name = plainWords(accounts[index].name)
    return !words.isEmpty
      && words.allSatisfy { word in
        name.contains { word.contains(where: \.isNumber) ? $0 == word : $0.hasPrefix(word) }
      }
  }
  if alike.count > 3 { return "; the names of \(grouped(alike.count)) accounts have such words, write more of one" }
  return alike.isEmpty ? "" : "; did you mean \(alike.map { shown($0) }.joined(separator: " or "))?"
}

/// The words of a name, without case and accents.
private func plainWords(_ name: String) -> [String] {
  name.normalized(.folded).split { !$0.isLetter && !$0.isNumber }.map(String.init)
}
