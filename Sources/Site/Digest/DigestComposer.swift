import Health
import Review

/// Composes what an edition tells its readers: leadership of the whole book, each person of the own accounts.
struct DigestComposer: Composer {
  /// Lines about what is missing, so that the week itself has room below them.
  private static let mostMissing = 5
  /// How many accounts a sentence about what is missing names.
  private static let mostNamed = 4

  let tell: Telling
  private var items: DigestItems { DigestItems(tell: tell) }

  /// Every digest: that of leadership, then those of people by name.
  var all: [ReaderDigest] { [leadership] + review.books.compactMap(digest) }

  /// The digest of leadership.
  var leadership: ReaderDigest {
    let vanished = VanishedAccounts(tell: tell)
    let today = review.today
    let figures = FiguresPieceComposer(tell: tell).piece(root: "").figures.map { figure in
      ReaderDigest.Figure(
        label: figure.label,
        value: figure.values.map { [$0.number, $0.word].filter { !$0.isEmpty }.joined(separator: " ") }
          .joined(separator: ", "), detail: figure.what, before: figure.before, link: figure.link)
    }
    let retention =
      review.retention.isConfirmed
      ? words(
        .netAndGrossLine,
        ["net": vanished.told(today.net, written: rate), "gross": vanished.told(today.gross, written: rate)])
      : words(.verdictSentence, ["verdict": words(.retentionUnconfirmed)])
    return ReaderDigest(
      reader: "leadership", edition: edition, csm: nil,
      subject: subject([words.count(.decisionsDue, review.decisionsDue.count), flagsDue(review.accounts)]),
      link: IndexPageComposer.entry.path, headline: Headline(tell: tell).today, notes: notes, figures: figures,
      sections: [
        section(.decisions, DecisionsPageComposer.entry.path, review.decisionsDue.compactMap(items.decision)),
        section(.falls, IndexPageComposer.entry.path, tell.movers.falls.map(items.fall)),
        section(
          .renewals, links.list(.renewals, root: ""),
          review[.renewals].compactMap { review.review(of: $0.account) }.map(items.renewal)),
        section(.lost, LossesPageComposer.entry.path, review.lost.map(items.lost)),
      ].compactMap { $0 },
      closing: [retention, ListWords(tell: tell).spotCheckWords(), verdict],
      events: DigestEvents(tell: tell).events(of: review.byExposure))
  }

  /// The digest of the person of a book; nil for the accounts without one.
  private func digest(of book: Book) -> ReaderDigest? {
    guard let csm = book.csm else { return nil }
    let page = CSMPageComposer(tell: tell)
    let path = pathOfCSM(csm) + ".html"
    let own = Set(book.accounts.map(\.account))
    let lost = review.lost.filter { evidence.accounts[$0.account].csm == csm }
    let changes = tell.change.changes.filter { $0.account.map(own.contains) ?? false }
    return ReaderDigest(
      reader: "csm-" + slug(of: csm), edition: edition, csm: csm,
      subject: subject([csm, words.count(.decisionsDue, book.owed.count), flagsDue(book.accounts)]), link: path,
      headline: page.lead(book), notes: [], figures: figures(of: book, page: path),
      sections: [
        section(.decisions, path, book.owed.compactMap(items.decision)),
        section(.steps, path, page.steps(book).map { items.step($0.decision, of: $0.account) }),
        section(.flags, path, book.flagsDue.map(items.flag)),
        section(.renewals, path, book.renewals.map(items.renewal)),
        section(.changes, path, changes.map(items.change)),
        section(.falls, path, tell.movers.falls.filter { own.contains($0.account) }.map(items.fall)),
        section(.news, path, items.news(book)),
        section(.lost, path, lost.map(items.lost)),
      ].compactMap { $0 }, closing: [], events: DigestEvents(tell: tell).events(of: book.accounts))
  }

  private var edition: ReaderDigest.Edition {
    var revision = 0
    if case .published(let number, _, _) = tell.context.status { revision = number }
    return ReaderDigest.Edition(
      name: review.edition.description, revision: revision, asOf: review.asOf.description,
      day: formats.date(review.asOf), status: tell.statusWords, fingerprint: tell.fingerprint,
      title: tell.context.title, portfolio: tell.context.feed ?? feedID(ofTitle: tell.context.title),
      language: words.language, tool: tell.context.tool)
  }

  private func subject(_ parts: [String]) -> String {
    words(
      .digestSubject,
      ["title": tell.context.title, "date": formats.date(review.asOf), "what": parts.joined(separator: ", ")])
  }

  private func flagsDue(_ accounts: [AccountReview]) -> String {
    words.count(.flagsDue, accounts.count { $0.sentimentStatus != .fresh })
  }

  /// Things of a kind; nil where there are none.
  private func section(
    _ kind: ReaderDigest.Section.Kind, _ link: String, _ items: [ReaderDigest.Item]
  ) -> ReaderDigest.Section? {
    items.isEmpty ? nil : ReaderDigest.Section(kind: kind, title: title(of: kind), link: link, items: items)
  }

  private func title(of kind: ReaderDigest.Section.Kind) -> String {
    switch kind {
    case .changes: words(.digestChanges, ["date": formats.date(tell.change.since)])
    case .news: words(.newsSince, ["date": formats.date(review.lossesSince)])
    case .lost where review.sinceLastEdition == nil: words(.digestLostLately)
    case .decisions, .steps, .flags, .renewals, .falls, .lost: words.code(.digest, kind.rawValue)
    }
  }

  private func figures(of book: Book, page: String) -> [ReaderDigest.Figure] {
    func figure(_ label: String, _ count: Int, _ detail: String) -> ReaderDigest.Figure {
      ReaderDigest.Figure(label: label, value: formats.whole(count), detail: detail, before: "", link: page)
    }
    let late = book.owed.count { $0.isOverdue }
    return [
      figure(words(.accounts), book.accounts.count, money(arr(of: book.accounts.map(\.account)))),
      figure(
        words.code(.digest, ReaderDigest.Section.Kind.decisions.rawValue), book.owed.count,
        late > 0 ? words.count(.digestLate, late) : ""),
      figure(words.code(.digest, ReaderDigest.Section.Kind.flags.rawValue), book.flagsDue.count, ""),
      figure(
        words.code(.digest, ReaderDigest.Section.Kind.renewals.rawValue), book.renewals.count,
        book.renewals.isEmpty ? "" : money(arr(of: book.renewals.map(\.account)))),
    ]
  }

  private var notes: [String] {
    let missing = GuardRows(tell: tell).sentences(most: Self.mostNamed)
    var notes = Array(missing.prefix(missing.count > Self.mostMissing ? Self.mostMissing - 1 : Self.mostMissing))
    if missing.count > Self.mostMissing {
      notes.append(words.count(.digestMoreMissing, missing.count - Self.mostMissing + 1))
    }
    if let lapsed = Notices(tell: tell).lapsedNotice(root: "") { notes.append("\(lapsed.lead) \(lapsed.text)") }
    return notes
  }

  /// Whether the score can be trusted, and whether it was fitted.
  private var verdict: String {
    let verdict = VerdictWords(tell: tell)
    let proof = review.judged.proving(review.models)
    return [
      words(.verdictSentence, ["verdict": words.code(.verdict, proof.verdict.code)]),
      verdict.missedWords(review.judged),
      verdict.fittedWords(review.judged, by: review.models),
    ].compactMap { $0 }.joined(separator: " ")
  }
}
