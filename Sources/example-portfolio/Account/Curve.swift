/// A figure over time: straight lines between the declared days, flat before the first and after the last.
struct Curve: Sendable {
  private let points: [(day: Day, value: Double)]

  func value(on day: Day) -> Double {
    guard let first = points.first, let last = points.last else { return 0 }
    if day <= first.day { return first.value }
    for (left, right) in zip(points, points.dropFirst()) where day <= right.day {
      let share = Double(day - left.day) / Double(right.day - left.day)
      return left.value + share * (right.value - left.value)
    }
    return last.value
  }
}

extension Curve: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral, ExpressibleByDictionaryLiteral {
  init(_ constant: Double) { points = [("1970-01-01", constant)] }
  init(floatLiteral value: Double) { self.init(value) }
  init(integerLiteral value: Int) { self.init(Double(value)) }

  init(dictionaryLiteral elements: (Day, Double)...) {
    precondition(zip(elements, elements.dropFirst()).allSatisfy { $0.0 < $1.0 }, "the days of a curve go forward")
    points = elements.map { (day: $0.0, value: $0.1) }
  }
}
