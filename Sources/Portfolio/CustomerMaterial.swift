public import Customer
public import Health

/// What was agreed with customers and what was written for them; nothing else of a portfolio is meant for their eyes.
public struct CustomerMaterial: Sendable {
  /// The table `plans`, in file order.
  public let plans: RowsByAccount<CustomerFacts.Step>
  /// The files `data/customer/<account_id>.md`, by the position of the account.
  public let words: [Int: CustomerFacts.Words]

  /// Takes what was read.
  public init(plans: RowsByAccount<CustomerFacts.Step>, words: [Int: CustomerFacts.Words] = [:]) {
    self.plans = plans
    self.words = words
  }
}

extension CalendarDay {
  /// The same day in a customer's document.
  public init(_ day: Day) {
    let (year, month, dayOfMonth) = day.civil
    self.init(year: year, month: month, day: dayOfMonth)
  }
}
