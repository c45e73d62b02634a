import Customer
import Health
import Review

/// The amounts of money in a portfolio, prepared for the search among the numbers of a text.
struct Amounts {
  private struct Amount {
    let field: String
    let amount: Double
    let account: Int32
  }

  private let sorted: [Amount]
  private let own: [Int: [Amount]]
  /// The number of amounts of each field.
  let counts: [(field: String, count: Int)]

  init(in review: Review) {
    var amounts: [Amount] = []
    func add(_ field: String, _ amount: Double?, _ index: Int) {
      guard let amount, amount >= 1 else { return }
      amounts.append(Amount(field: field, amount: amount, account: Int32(index)))
    }
    for column in AccountColumn.all where column.search == .amount {
      for (index, number) in (review.evidence.cells(of: column)?.numbers ?? []).enumerated() {
        add(column.field, number, index)
      }
    }
    for index in review.evidence.accounts.indices {
      for outcome in review.evidence.outcomes[index] {
        add("outcomes.arr_before", outcome.arrBefore, index)
        add("outcomes.arr_after", outcome.arrAfter, index)
      }
    }
    for row in review.accounts { add("exposure", row.exposure, row.account) }
    sorted = amounts.sorted { ($0.amount, $0.field) < ($1.amount, $1.field) }
    own = Dictionary(grouping: amounts) { Int($0.account) }
    counts = Dictionary(grouping: amounts, by: \.field).map { ($0.key, $0.value.count) }.sorted { $0.field < $1.field }
  }

  /// The fields whose amounts occur among the numbers of a text.
  ///
  /// The customer's own amounts are recognised from 10,000 with at least three significant digits, or two where
  /// thousands or millions are counted, also with the last digits rounded to zeros; any other needs money near it:
  /// within three words from 1,000, directly next to it when it is less or could be a year. Other customers' amounts
  /// are recognised with money near them from 1,000, and without it only with six digits.
  ///
  /// - Parameters:
  ///   - spared: the document's own figures, which are skipped; those of adoption only for other customers.
  func fields(
    in numbers: [WrittenNumber], of account: Int, spared: Set<Double>, sparedForOthers: Set<Double>
  ) -> Set<String> {
    var fields: Set<String> = []
    for number in Set(numbers) where !spared.contains(number.value.rounded()) {
      for amount in own[account] ?? [] where Self.tells(number, own: amount.amount) { fields.insert(amount.field) }
      guard !sparedForOthers.contains(number.value.rounded()) else { continue }
      let reach = max(1, number.step)
      var position = sorted.partitioningIndex { $0.amount >= number.value - reach }
      while position < sorted.count, sorted[position].amount <= number.value + reach {
        let amount = sorted[position]
        if amount.account != account, Self.tells(number, other: amount.amount) { fields.insert(amount.field) }
        position += 1
      }
    }
    return fields
  }

  private static func isExact(_ number: WrittenNumber, _ amount: Double) -> Bool {
    number.value == amount.rounded() || number.value == amount.rounded(.down) || abs(number.value - amount) < 0.01
      || number.step < 1 && abs(number.value - amount) < 0.5
  }

  private static func isRounded(_ number: WrittenNumber, _ amount: Double, to step: Double) -> Bool {
    let steps = amount / step
    let written = (number.value / step).rounded()
    return step > 1 && (written == steps.rounded() || written == steps.rounded(.down))
  }

  /// The value of one unit in the last non-zero digit: 10,000 for `880k`, which may be 884,000.
  private static func coarsestStep(_ number: WrittenNumber) -> Double {
    var step = number.step
    var digits = (number.value / step).rounded()
    while digits >= 10, digits.truncatingRemainder(dividingBy: 10) == 0 {
      digits /= 10
      step *= 10
    }
    return step
  }

  private static func tells(_ number: WrittenNumber, own amount: Double) -> Bool {
    let isExact = isExact(number, amount)
    let step = amount >= 1000 ? coarsestStep(number) : number.step
    guard isExact || number.digits >= 2 && isRounded(number, amount, to: step) else { return false }
    if number.hasUnit && number.digits >= 2 { return true }
    if isExact && amount >= 10_000 && number.digits >= 3 { return true }
    guard let money = number.money else { return false }
    return amount >= 1000 && !number.isYear || money == 1
  }

  private static func tells(_ number: WrittenNumber, other amount: Double) -> Bool {
    let isExact = isExact(number, amount)
    guard isExact || number.digits >= 3 && number.money != nil && isRounded(number, amount, to: number.step),
      amount >= 1000
    else { return false }
    if number.digits >= 6 { return true }
    guard let money = number.money else { return false }
    return !number.isYear || money == 1
  }
}
