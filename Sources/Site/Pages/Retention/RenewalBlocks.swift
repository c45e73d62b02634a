import Charts
import Health
import Review

/// The accounts of a quarter that agree in band, and in how the CSM's flag compares with it.
struct RenewalBlock: Sendable {
  let band: Band
  let agreement: Agreement
  let accounts: [AccountReview]

  /// The id of its section on the page of its quarter: `green-worse`.
  var anchor: String { "\(band.rawValue)-\(agreement.rawValue)" }
}

extension RenewalQuarter {
  /// Where both agree comes first in each band, where the person worries comes last.
  private static let order: [Agreement] = [.agree, .better, .noFlag, .worse]

  /// The blocks that have accounts, by band and agreement.
  var blocks: [RenewalBlock] {
    Band.allCases.flatMap { band in
      Self.order.compactMap { agreement in
        let accounts = accounts(band, agreement)
        return accounts.isEmpty ? nil : RenewalBlock(band: band, agreement: agreement, accounts: accounts)
      }
    }
  }

  /// The path of its page without the extension: `renewals/2027-q1`.
  var path: String {
    switch span {
    case .passed: "renewals/passed"
    case .quarter(let year, let quarter): "renewals/\(year)-q\(quarter)"
    case .later: "renewals/later"
    case .unknown: "renewals/unknown"
    }
  }
}

/// The contracts that come up for renewal, as a chart of quarters.
struct RenewalBlocks: Composer {
  let tell: Telling

  /// A row for each quarter, whose blocks lead to the accounts behind them.
  func chart(_ quarters: [RenewalQuarter], root: String) -> BlockRows {
    BlockRows(
      rows: quarters.map { quarter in
        let name = name(of: quarter.span)
        let blocks = quarter.blocks
        return BlockRows.Row(
          label: words(
            .nameAndCount, ["name": name, "n": words.count(.accounts, quarter.accounts.count)]),
          sum: arr(of: quarter.accounts), link: "\(root)\(quarter.path).html",
          blocks: blocks.map { block in
            BlockRows.Block(
              band: block.band, amount: self.arr(of: block.accounts.map(\.account)).known,
              outline: outline(of: block.agreement), label: label(of: block),
              title: words(.blockTitle, ["quarter": name, "block": title(of: block), "sum": sum(block.accounts)]),
              link: link(to: block, among: blocks, of: quarter, root: root))
          })
      },
      title: words(
        .quartersTitle,
        [
          "all": quarters.map { words(.blockHeading, ["block": name(of: $0.span), "sum": sum($0.accounts)]) }
            .joined(separator: words(.clauseSeparator))
        ]),
      table: table(quarters))
  }

  /// What the drawn outlines and signs mean.
  func key(_ quarters: [RenewalQuarter]) -> String {
    let drawn = Set(quarters.flatMap(\.blocks).filter { $0.band != .unscored }.map(\.agreement))
    let keys: [(Agreement, Phrase)] = [(.worse, .blocksWorse), (.better, .blocksBetter), (.noFlag, .blocksNoFlag)]
    return ([words(.blocksKey)] + keys.filter { drawn.contains($0.0) }.map { words($0.1) }).joined(separator: " ")
  }

  func name(of span: RenewalQuarter.Span) -> String {
    switch span {
    case .passed: words(.renewalsPassed)
    case .quarter(let year, let quarter): words(.quarter, ["quarter": String(quarter), "year": String(year)])
    case .later: words(.renewalsLater)
    case .unknown: words(.renewalsUnknown)
    }
  }

  /// `green, CSM worse than the score`.
  func title(of block: RenewalBlock) -> String {
    let band = words.code(.band, block.band.rawValue)
    guard block.band != .unscored else { return band }
    return words(.blockName, ["band": band, "flag": words.code(.agreement, block.agreement.rawValue)])
  }

  /// `2 accounts, €321k`.
  func sum(_ accounts: [AccountReview]) -> String {
    words(.accountsAndArr, ["n": words.count(.accounts, accounts.count), "arr": arr(of: accounts)])
  }

  /// The section of a block; on a long page it may be on another sheet than the first.
  private func link(
    to block: RenewalBlock, among blocks: [RenewalBlock], of quarter: RenewalQuarter, root: String
  ) -> String {
    let before = blocks.prefix { $0.anchor != block.anchor }.reduce(0) { $0 + $1.accounts.count }
    let sheet = Sheet.all(rows: quarter.accounts.count).first { $0.range.contains(before) }
    return "\(root)\(sheet?.path(quarter.path) ?? "")#\(block.anchor)"
  }

  private func outline(of agreement: Agreement) -> BlockRows.Outline {
    switch agreement {
    case .worse: .solid
    case .better: .broken
    case .agree, .noFlag: .none
    }
  }

  private func label(of block: RenewalBlock) -> String {
    let count = formats.whole(block.accounts.count)
    return block.agreement == .noFlag && block.band != .unscored ? words(.withoutFlag, ["n": count]) : count
  }

  private func arr(of accounts: [AccountReview]) -> String { shortMoney(arr(of: accounts.map(\.account))) }

  private func table(_ quarters: [RenewalQuarter]) -> ChartTable {
    func cell(_ accounts: [AccountReview]) -> String {
      accounts.isEmpty ? "" : words(.countAndArr, ["n": formats.whole(accounts.count), "arr": arr(of: accounts)])
    }
    let columns: [Agreement] = [.agree, .worse, .better, .noFlag]
    return ChartTable(
      name: words(.renewalsByQuarter),
      heads: [.quarterHead, .band, .all].map { words($0) } + columns.map { words.code(.agreement, $0.rawValue) },
      rows: quarters.flatMap { quarter in
        Band.allCases.filter { !quarter.accounts($0).isEmpty }.map { band in
          [name(of: quarter.span), words.code(.band, band.rawValue), cell(quarter.accounts(band))]
            + columns.map { cell(quarter.accounts(band, $0)) }
        }
      })
  }
}
