/// Everything `model.yml` says: the models in force, who falls under which, and how the file came about.
public struct Models: Hashable, Sendable {
  /// Who changed the model last, when and why.
  public struct Change: Hashable, Sendable {
    /// The day of the change.
    public let date: Day?
    /// Who made it.
    public let by: String?
    /// What for.
    public let why: String?
    /// What its author expected of it.
    public let expected: String?

    /// Takes what the file says.
    public init(date: Day?, by: String?, why: String?, expected: String?) {
      self.date = date
      self.by = by
      self.why = why
      self.expected = expected
    }
  }

  /// That the weights were fitted on outcomes, which then prove nothing about them.
  public struct Fitted: Hashable, Sendable {
    /// The day of the fit.
    public let on: Day
    /// How many outcomes it was fitted on.
    public let outcomes: Int
    /// The last day of a decision among them.
    public let until: Day

    /// Takes what the file says.
    public init(on: Day, outcomes: Int, until: Day) {
      self.on = on
      self.outcomes = outcomes
      self.until = until
    }
  }

  /// The measure that opens the expansion list, and its threshold.
  public struct Expansion: Hashable, Sendable {
    /// A model key; its fresh value is compared.
    public let measure: String
    /// The smallest value that qualifies.
    public let atLeast: Double

    /// The threshold where the model names none: four of five seats in use leave little room to grow.
    public static let usualLeast = 0.8

    /// Takes measure and threshold, the usual ones by default.
    public init(measure: String = MeasureDefinition.seatUse, atLeast: Double = usualLeast) {
      self.measure = measure
      self.atLeast = atLeast
    }
  }

  /// The version that pages and reports carry.
  public let version: String
  /// The last change, where the file tells it.
  public let changed: Change?
  /// The base model first, then its variants in the order of the file.
  public let all: [Model]
  /// In the order in which they are tried.
  public let segments: [Segment]
  /// The expansion rule.
  public let expansion: Expansion
  /// On what outcomes the weights were fitted; nil where a person chose them.
  public let fitted: Fitted?
  /// What readers call measures, dimensions and columns that the file gives a label, by their names.
  public let labels: [String: Wording]
  /// In what the values of measures are told, by key, where the file says it.
  public let units: [String: MeasureUnit]

  /// The most models that a team can keep up; one more is a warning.
  public static let mostMaintained = 5
  /// The fewest active accounts that a model of several can be checked on; fewer are a warning.
  public static let fewestServed = 20

  /// Takes the parts of a model file; `all` starts with the base model.
  public init(
    version: String, changed: Change?, all: [Model], segments: [Segment], expansion: Expansion, fitted: Fitted? = nil,
    labels: [String: Wording] = [:], units: [String: MeasureUnit] = [:]
  ) {
    precondition(!all.isEmpty, "there is always a base model")
    self.fitted = fitted
    self.labels = labels
    self.units = units
    self.version = version
    self.changed = changed
    self.all = all
    self.segments = segments
    self.expansion = expansion
  }

  /// In what the values of a measure of one of the models are told.
  public func unit(of measure: MeasureDefinition) -> MeasureUnit { measure.unit(given: units[measure.key]) }

  /// The measures and columns of which some model tells the values as money.
  public var namesOfMoney: Set<String> {
    Set(
      all.flatMap(\.dimensions).flatMap(\.measures).filter { unit(of: $0) == .money && $0.per == nil }.map(\.of))
  }

  /// True when every account gets the same score and band by the other models.
  public func scoresLike(_ other: Models) -> Bool { all == other.all && segments == other.segments }
}
