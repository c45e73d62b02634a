import Findings
public import Health
import Spelling

extension Evidence {
  /// The position of the account that a user means: by id, or else by name in any case.
  ///
  /// - Throws: `Refusal` with the possible accounts: those with words in their name that begin like the user's, or else
  ///   the one with the nearest spelling.
  public func account(called account: String) throws -> Int {
    let wanted = AccountID(account)
    if let index = accounts.firstIndex(where: { $0.id == wanted }) { return index }
    let named = accounts.indices.filter { accounts[$0].name.lowercased() == account.lowercased() }
    if named.count == 1 { return named[0] }
    if named.count > 1 {
      let ids = named.map { accounts[$0].id.text }.joined(separator: ", ")
      throw Refusal("\(named.count) accounts are called '\(account)'; give one of the ids \(ids)")
    }
    throw Refusal("there is no account '\(account)'\(hint(for: account, in: self))")
  }
}

private func hint(for account: String, in evidence: Evidence) -> String {
  func shown(_ index: Int, as spelling: String? = nil) -> String {
    let (id, name) = (evidence.accounts[index].id.text, evidence.accounts[index].name)
    return spelling == id ? "'\(id)' (\(name))" : "'\(name)' (\(id))"
  }
  let words = plainWords(account)
  let alike = evidence.accounts.indices.filter { index in
    let name = plainWords(evidence.accounts[index].name)
    return !words.isEmpty && words.allSatisfy { word in name.contains { $0.hasPrefix(word) } }
  }
  if alike.count > 3 { return "; the names of \(grouped(alike.count)) accounts have such words, write more of one" }
  if !alike.isEmpty { return "; did you mean \(alike.map { shown($0) }.joined(separator: " or "))?" }
  let known = evidence.accounts.flatMap { [$0.id.text, $0.name] }
  if let nearest = nearestName(to: account, among: known),
    let index = evidence.accounts.firstIndex(where: { $0.id.text == nearest || $0.name == nearest })
  {
    return "; did you mean \(shown(index, as: nearest))?"
  }
  // A misspelt word of a name.
  guard words.count == 1, words[0].utf8.count >= 4 else { return "" }
  let parts = evidence.accounts.map { plainWords($0.name) }
  guard let nearest = nearestName(to: words[0], among: parts.joined()) else { return "" }
  let holders = parts.indices.filter { parts[$0].contains(nearest) }
  return holders.count > 3 ? "" : "; did you mean \(holders.map { shown($0) }.joined(separator: " or "))?"
}

/// The words of a name, without case and accents.
private func plainWords(_ name: String) -> [String] {
  name.normalized(.folded).split { !$0.isLetter && !$0.isNumber }.map(String.init)
}
