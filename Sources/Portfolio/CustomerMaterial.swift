public import Customer
public import Health

/// What was agreed with customers and what was written for them; nothing else of a portfolio is meant for their eyes.
public struct CustomerMaterial: Sendable {
  /// The table `plans`, in file order.
  public let plans: RowsByAccount<CustomerFacts.Step>
  /// The files `data/customer/<account_id>.md`, by the position of the account.
  public let words: [Int: CustomerFacts.Words]
  /// Where those words stand.
  public let places: [Int: Place]

  /// A file, and for each line of a part's words the number of its line.
  public struct Place: Hashable, Sendable {
    /// Relative to the folder of the data.
    public let file: String
    /// Of the context.
    public let context: [Int]
    /// Of what was learned.
    public let learned: [Int]
    /// Of the conversation.
    public let conversation: [Int]
  }

  /// Takes what was read.
  public init(
    plans: RowsByAccount<CustomerFacts.Step>, words: [Int: CustomerFacts.Words] = [:], places: [Int: Place] = [:]
  ) {
    self.plans = plans
    self.words = words
    self.places = places
  }
}

extension CalendarDay {
  /// The same day in a customer's document.
  public init(_ day: Day) {
    let (year, month, dayOfMonth) = day.civil
    self.init(year: year, month: month, day: dayOfMonth)
  }
}
