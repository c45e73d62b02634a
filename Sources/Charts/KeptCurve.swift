/// The share that stays over time as steps, with its interval as an area: 640 × 200.
public struct KeptCurve: Chart {
  /// A step: what holds from a place on.
  public struct Step: Sendable {
    /// The horizontal position, from 0 at the left edge to 1 at the right.
    public var place: Double
    /// The share, 0–1.
    public var share: Double
    /// Its interval; nil while there is none.
    public var interval: ClosedRange<Double>?

    /// Creates a step.
    public init(place: Double, share: Double, interval: ClosedRange<Double>?) {
      self.place = place
      self.share = share
      self.interval = interval
    }
  }

  /// The steps from left to right.
  public var steps: [Step]
  /// Where the last one ends.
  public var end: Double
  /// The range of the height; its ends must differ.
  public var bounds: ClosedRange<Double>
  /// The labels of heights.
  public var ticks: [(value: Double, label: String)]
  /// The labels of places below.
  public var places: [(place: Double, label: String)]
  /// The label at the end of the curve.
  public var label: String
  /// The chart's content in words.
  public var title: String

  /// Creates a curve within `bounds`; its figures are next to it.
  public init(
    steps: [Step], end: Double, bounds: ClosedRange<Double>, ticks: [(value: Double, label: String)],
    places: [(place: Double, label: String)], label: String, title: String
  ) {
    self.steps = steps
    self.end = end
    self.bounds = bounds
    self.ticks = ticks
    self.places = places
    self.label = label
    self.title = title
  }

  /// Appends the `<svg>` element to `bytes`, as UTF-8.
  public func append(to bytes: inout [UInt8]) {
    bytes.open("class=\"chart\" viewBox=\"0 0 640 200\"", title: title)
    let spans = zip(steps, steps.dropFirst().map(\.place) + [end])
    for (step, end) in spans {
      guard let interval = step.interval else { continue }
      bytes.markup("<path class=\"span\" d=\"M")
      point(x(of: step.place), y(of: interval.upperBound), to: &bytes)
      bytes.markup("H")
      bytes.number(x(of: end))
      bytes.markup("V")
      bytes.number(y(of: interval.lowerBound))
      bytes.markup("H")
      bytes.number(x(of: step.place))
      bytes.markup("z\"/>")
    }
    for tick in ticks {
      bytes.markup("<path class=\"edge\" d=\"M60 ")
      bytes.number(y(of: tick.value))
      bytes.markup("H505\"/>")
      bytes.text(tick.label, "x=\"54\" text-anchor=\"end\"", y: y(of: tick.value) + 4)
    }
    if let first = steps.first, let last = steps.last {
      bytes.markup("<path class=\"line\" fill=\"none\" d=\"M")
      point(x(of: first.place), y(of: first.share), to: &bytes)
      for step in steps.dropFirst() {
        bytes.markup("H")
        bytes.number(x(of: step.place))
        bytes.markup("V")
        bytes.number(y(of: step.share))
      }
      bytes.markup("H")
      bytes.number(x(of: end))
      bytes.markup("\"/>")
      bytes.text(label, "class=\"end\" x=\"512\"", y: y(of: last.share) + 4)
    }
    for place in places { bytes.text(place.label, "text-anchor=\"middle\"", x: x(of: place.place), y: 194) }
    bytes.markup("</svg>")
  }

  private func point(_ x: Int, _ y: Int, to bytes: inout [UInt8]) {
    bytes.number(x)
    bytes.markup(" ")
    bytes.number(y)
  }

  private func x(of place: Double) -> Int { 60 + 445 * tenthsOfPoint(100 * place) / 1000 }

  private func y(of share: Double) -> Int {
    let length = bounds.upperBound - bounds.lowerBound
    return 176 - 164 * tenthsOfPoint(100 * (share - bounds.lowerBound) / length) / 1000
  }
}
