/// A step done for every page, and the floor that it is compared with.
enum Step: Int, CaseIterable {
  case compose, template, markdown, layout, write, floorMarkdown, floorWrite

  /// The steps that the floor corresponds to.
  static let rendering: [Step] = [.template, .markdown, .layout, .write]
  static let floor: [Step] = [.floorMarkdown, .floorWrite]
}

/// The time of each step, for all pages together.
struct StepTimes {
  private var times = [Elapsed](repeating: Elapsed(), count: Step.allCases.count)

  subscript(step: Step) -> Elapsed { times[step.rawValue] }

  func sum(of steps: [Step]) -> Elapsed { steps.reduce(Elapsed()) { $0 + self[$1] } }

  mutating func measure<Result>(_ step: Step, _ body: () throws -> Result) rethrows -> Result {
    let begin = Elapsed.ofThread
    defer { times[step.rawValue] = times[step.rawValue] + (Elapsed.ofThread - begin) }
    return try body()
  }

  static func += (left: inout StepTimes, right: StepTimes) {
    for index in left.times.indices { left.times[index] = left.times[index] + right.times[index] }
  }
}
