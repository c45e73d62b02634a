public import Customer
public import Health

/// What was agreed with customers and written for them; nothing else in a portfolio is meant for their eyes.
public struct CustomerMaterial: Sendable {
  /// The table `plans`, in file order.
  public let plans: RowsByAccount<CustomerFacts.Step>
  /// The files `data/customer/<account_id>.md`, by the position of the account.
  public let words: [Int: CustomerFacts.Words]
  /// The places of those words.
  public let places: [Int: Place]

  /// A file, and for each line of a part's words the number of its line.
  public struct Place: Hashable, Sendable {
    /// Relative to the folder of the data.
    public let file: String
    /// The lines of the context.
    public let context: [Int]
    /// The lines of what was learned.
    public let learned: [Int]
    /// The lines of the conversation.
    public let conversation: [Int]
  }

  /// Creates the material from what was read.
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
