public import Health

/// What human judgement adds to the score, pooled over all people, so that it judges nobody.
///
/// Everything is over the accounts with a score, with flags and decisions as they were on the day of the call.
extension Backtest.Result {
  /// The churn rate of the accounts of a band with a flag; nil means no current flag.
  public func rate(of band: Band, flag: Sentiment.Flag?) -> Rate { rate { $0.band == band && $0.flag == flag } }

  /// The churn rate of the accounts whose latest flag had a given status.
  public func rate(of status: Sentiment.Status) -> Rate { rate { $0.score != nil && $0.flagStatus == status } }

  /// The churn rate of the accounts on which person and score agreed, or the person was more or less optimistic.
  public func rate(of agreement: Agreement) -> Rate {
    rate { $0.score != nil && Agreement(band: $0.band, flag: $0.flag) == agreement }
  }

  /// The churn rate of the accounts with, or without, any decision about them.
  public func rate(reviewed: Bool) -> Rate { rate { $0.score != nil && $0.wasReviewed == reviewed } }

  /// The AUC of the worse of score band and current flag, against the AUC of the score; nil with too few outcomes.
  ///
  /// Its interval and that of the next hold at once.
  public var worseOfBoth: AUCDifference? {
    AUCDifference(of: scored, { Self.severity($0, withFlag: true) }, against: { $0.score.map(Double.init) }, among: 2)
  }

  /// The AUC of the worse of both against that of the score's band alone, which is as coarse as the flag.
  public var worseOfBothAgainstBand: AUCDifference? {
    AUCDifference(
      of: scored, { Self.severity($0, withFlag: true) }, against: { Self.severity($0, withFlag: false) }, among: 2)
  }

  /// 0 for green, −1 for yellow, −2 for red, so that low means churn.
  private static func severity(_ call: Backtest.Call, withFlag: Bool) -> Double {
    -Double(max(call.band.severity, withFlag ? call.flag?.severity ?? 0 : 0))
  }
}

/// The accounts whose current flag gave the same reason.
public struct ReasonGroup: Sendable {
  /// The smallest group shown by itself, so that no rate depends on one or two accounts.
  public static let smallest = 5

  /// The reason as it was first written; nil for flags without one.
  public let reason: Remark?
  /// The churn rate of its accounts.
  public let rate: Rate
}

extension Backtest.Result {
  /// Churn by the reason of the current flag, the largest group first; small groups are only counted.
  ///
  /// Reasons are the same when they differ only in blanks, ASCII capitals and a full stop at the end; private ones are one
  /// group.
  public var reasons: (groups: [ReasonGroup], small: (reasons: Int, rate: Rate)) {
    var order: [[UInt8]] = []
    var found: [[UInt8]: (reason: Remark?, churned: Int, n: Int)] = [:]
    for call in scored where call.flag != nil {
      let reason = call.sentiment?.reason
      let key = Self.key(of: reason)
      if found[key] == nil { order.append(key) }
      var group = found[key] ?? (key.isEmpty ? nil : reason, 0, 0)
      group.n += 1
      if call.churned { group.churned += 1 }
      found[key] = group
    }
    let groups = order.compactMap { found[$0] }
    let large = groups.filter { $0.n >= ReasonGroup.smallest }.sorted { $0.n > $1.n }
    let small = groups.filter { $0.n < ReasonGroup.smallest }
    return (
      large.map { ReasonGroup(reason: $0.reason, rate: Rate($0.churned, of: $0.n)) },
      (small.count, Rate(small.reduce(0) { $0 + $1.churned }, of: small.reduce(0) { $0 + $1.n }))
    )
  }

  private static func key(of reason: Remark?) -> [UInt8] {
    guard let reason else { return [] }
    // No written text begins with a zero byte.
    guard let text = reason.words(for: .everyone) else { return [0] }
    var key: [UInt8] = []
    for byte in text.utf8 {
      if byte <= 0x20 {
        if let last = key.last, last != 0x20 { key.append(0x20) }
      } else {
        key.append((0x41...0x5A).contains(byte) ? byte + 0x20 : byte)
      }
    }
    while let last = key.last, last == 0x20 || last == 0x2E { key.removeLast() }
    return key
  }
}
