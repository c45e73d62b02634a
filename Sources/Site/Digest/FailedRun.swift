public import Health

extension ReaderDigest {
  /// That a run failed, as a digest: what stopped it, and which edition readers still have.
  ///
  /// - Parameters:
  ///   - lines: what the run said, the lines that stopped it first.
  ///   - day: the day of the run.
  ///   - last: the edition that stands; nil where there is none.
  public static func failed(
    _ lines: [String], on day: Day, after last: Edition?, title: String, words: Words, tool: String
  ) -> ReaderDigest {
    let formats = Formats(words, around: day)
    let date = formats.date(day)
    let edition = Edition(
      name: last?.name ?? "", revision: last?.revision ?? 0, asOf: day.description, day: date,
      status: words(.statusFailed), fingerprint: last?.fingerprint ?? "", title: last?.title ?? title,
      portfolio: last?.portfolio ?? feedID(ofTitle: title), language: words.language, tool: tool)
    let items = lines.enumerated().map { index, line in
      Item(
        key: "failed:\(index)", state: line, name: line, link: "", amount: "", due: "", facts: "", said: "")
    }
    let stays =
      last.map { words(.failedStays, ["date": $0.day]) } ?? words(.failedFirst)
    return ReaderDigest(
      reader: "failed", edition: edition, csm: nil,
      subject: words(.failedSubject, ["title": edition.title, "date": date]), link: "",
      headline: words(.failedHeadline, ["date": date]), notes: [], figures: [],
      sections: items.isEmpty ? [] : [Section(kind: .news, title: words(.failedWhy), link: "", items: items)],
      closing: [stays], events: [])
  }
}
