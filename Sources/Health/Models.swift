/// Everything in `model.yml`: the active models, which accounts each applies to, and the origin of the file.
public struct Models: Hashable, Sendable {
  /// Who changed the model last, when and why.
  public struct Change: Hashable, Sendable {
    /// The day of the change.
    public let date: Day?
    /// Who made it.
    public let by: String?
    /// The reason for it.
    public let why: String?
    /// What its author expected of it.
    public let expected: String?

    /// Creates a change from what the file says.
    public init(date: Day?, by: String?, why: String?, expected: String?) {
      self.date = date
      self.by = by
      self.why = why
      self.expected = expected
    }
  }

  /// A record that the weights were fitted to outcomes, which therefore prove nothing about them.
  public struct Fitted: Hashable, Sendable {
    /// The day of the fit.
    public let on: Day
    /// The number of outcomes it was fitted to.
    public let outcomes: Int
    /// The last decision day among them.
    public let until: Day

    /// Creates a record from what the file says.
    public init(on: Day, outcomes: Int, until: Day) {
      self.on = on
      self.outcomes = outcomes
      self.until = until
    }
  }

  /// The measure that opens the expansion list, and its threshold.
  public struct Expansion: Hashable, Sendable {
    /// The key of a measure in the model; its fresh value is compared.
    public let measure: String
    /// The smallest value that qualifies.
    public let atLeast: Double

    /// The threshold by default: four of five seats in use leave little room to grow.
    public static let usualLeast = 0.8

    /// Creates a rule from a measure and a threshold, the usual ones by default.
    public init(measure: String = MeasureDefinition.seatUse, atLeast: Double = usualLeast) {
      self.measure = measure
      self.atLeast = atLeast
    }
  }

  /// The version shown on pages and reports.
  public let version: String
  /// The last change, if the file describes it.
  public let changed: Change?
  /// The base model first, then its variants in the order of the file.
  public let all: [Model]
  /// The segments in the order in which they are tried.
  public let segments: [Segment]
  /// The expansion rule.
  public let expansion: Expansion
  /// The outcomes that the weights were fitted to; nil when a person chose them.
  public let fitted: Fitted?
  /// The labels that readers see for measures, dimensions and columns, by name.
  public let labels: [String: Wording]
  /// The units that the file gives measures, by key.
  public let units: [String: MeasureUnit]

  /// The most models that a team can maintain; more cause a warning.
  public static let mostMaintained = 5
  /// The fewest active accounts that one of several models can be validated with; fewer cause a warning.
  public static let fewestServed = 20

  /// Creates the models from the parts of a model file; `all` starts with the base model.
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

  /// The unit in which the values of a measure of one of the models are shown.
  public func unit(of measure: MeasureDefinition) -> MeasureUnit { measure.unit(given: units[measure.key]) }

  /// The measures and columns whose values some model shows as money.
  public var namesOfMoney: Set<String> {
    Set(
      all.flatMap(\.dimensions).flatMap(\.measures).filter { unit(of: $0) == .money && $0.per == nil }.map(\.of))
  }

  /// True when every account gets the same score and band from the other models.
  public func scoresLike(_ other: Models) -> Bool { all == other.all && segments == other.segments }
}
