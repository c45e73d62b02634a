import Health
import Review

/// Data that the model uses and that has stopped arriving for everybody.
struct LateFeed {
  /// The source of its rows.
  enum Source: Hashable {
    case table(Table)
    case measure(String)
  }

  let source: Source
  let newestDay: Day
}

/// The data that has stopped arriving, which is reported before anything else.
struct LateFeeds: Composer {
  /// The number of accounts to name for each source.
  private static let mostNamed = 6

  let tell: Telling

  /// Tables without a new row for longer than the settings allow, and measures whose newest observation for any account
  /// is no longer fresh by the model.
  var feeds: [LateFeed] {
    let tables = tell.context.quality.feeds.filter(\.table.isFeed)
    let lateTables = Dictionary(grouping: tables, by: \.table).compactMap { table, feeds -> LateFeed? in
      guard let newest = feeds.compactMap(\.newestDay).max(), review.asOf - newest > evidence.feedMaxAge else {
        return nil
      }
      return LateFeed(source: .table(table), newestDay: newest)
    }
    let weighted = review.models.all.flatMap { model in
      model.dimensions.filter { $0.weight > 0 }.flatMap { $0.measures.filter { $0.weight > 0 } }
    }
    let lateSeries = evidence.series.compactMap { series -> LateFeed? in
      guard let newest = series.lastDay,
        weighted.contains(where: { $0.of == series.name && review.asOf - newest > $0.maxAge })
      else { return nil }
      return LateFeed(source: .measure(series.name), newestDay: newest)
    }
    return lateTables.sorted { name(of: $0.source) < name(of: $1.source) } + lateSeries
  }

  /// Observed measures that still arrive for some accounts but have stopped for many, the most stale first.
  var ofSome: [SilentSource] {
    let late = Set(feeds.map(\.source))
    return review.silentSources.filter { source in
      source.isStaleForMany && !late.contains(.measure(source.name))
        && evidence.series.contains { $0.name == source.name }
    }
  }

  /// What is late, for whom and since when, in a sentence.
  var sentence: String {
    let whole = feeds
    let late = whole.map { words(.lateForAll, ["name": name(of: $0.source), "date": formats.shortDate($0.newestDay)]) }
    let isWhole = Set(whole.map(\.source))
    let observed = Set(evidence.series.map(\.name))
    let forSome = review.silentSources.filter {
      $0.stale > 0 && observed.contains($0.name) && !isWhole.contains(.measure($0.name))
    }.map { source in
      words.count(
        .lateForSome, source.stale,
        [
          "name": label(source.name), "date": source.staleSince.map(formats.shortDate) ?? words(.unknown),
          "names": words.some(source.staleAccounts.map { evidence.accounts[$0].name }, most: Self.mostNamed),
        ])
    }
    let all = late + forSome
    return all.isEmpty ? words(.nothingLate) : words(.whatIsLate, ["what": words.clauses(all)])
  }

  /// The name of a source for readers.
  func name(of source: LateFeed.Source) -> String {
    switch source {
    case .table(let table): words.code(.table, table.rawValue)
    case .measure(let measure): label(measure)
    }
  }
}
