public import Health

extension Review {
  /// The latest touchpoint up to the as-of day whose participants name a person of the customer; of two on one day the
  /// later in the file.
  ///
  /// The words of the name stand together in it, so that Ann is not Anna.
  public func lastContact(with contact: Contact, of account: Int) -> Touchpoint? {
    let name = plainWords(of: contact.name)
    var latest: Touchpoint?
    for touchpoint in evidence.touchpoints[account] where touchpoint.date <= asOf && !name.isEmpty {
      if let latest, latest.date > touchpoint.date { continue }
      let people = plainWords(of: touchpoint.with ?? "")
      if people.indices.contains(where: { people[$0...].starts(with: name) }) { latest = touchpoint }
    }
    return latest
  }
}

/// The words of a text in lower case, without what stands between them.
func plainWords(of text: String) -> [String] {
  text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
}
