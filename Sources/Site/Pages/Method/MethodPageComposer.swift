import Findings
import Health
import Review

/// Composes the page on the model.
struct MethodPageComposer: MenuPageComposer {
  static let template = "method.md"
  static let entry = MenuEntry(name: "method", path: "method.html")

  /// The number of accounts with an uncertain band on the page.
  private static let mostUnstable = 15

  let tell: Telling

  func view(on page: inout PageBuilder) -> MethodPage {
    let models = review.models
    let serving = models.all.indices.map { model in
      review.segments.filter { $0.segment.model == model }.reduce(0) { $0 + $1.members.count }
    }
    let unstable = review.unstable
    let rows = AccountRows(tell: tell)
    let modelRows = ModelRows(tell: tell)
    return MethodPage(
      version: models.version, change: models.changed.map(changeWords) ?? "",
      models: modelRows.models(serving: serving), dimensions: modelRows.dimensions(on: &page), caps: modelRows.caps,
      example: WorkedExamples(tell: tell).example(on: &page),
      segments: review.segments.map { segment in
        SegmentRule(
          name: name(of: segment.segment),
          rule: segment.segment.conditions.isEmpty
            ? words(.everyoneElse) : segment.segment.conditions.map(rule).joined(separator: words(.and)),
          model: name(of: segment.model), accounts: formats.whole(segment.members.count))
      },
      warnings: tell.context.quality.findings.filter { $0.file == "model.yml" }.map { words.told($0.message) },
      rubric: JudgementRows(tell: tell).rubricRows, stability: stabilityWords(unstable),
      unstable: unstable.sorted { $0.bandChanges > $1.bandChanges }
        .prefix(Self.mostUnstable).map { account in
          UnstableRow(
            account: rows.row(account, drawsHistory: false, on: &page),
            changes: words.count(.bandChanges, account.bandChanges, ["of": String(WeightShifts.count)]))
        },
      questions: Questions(tell: tell).ruleRows())
  }

  private func stabilityWords(_ unstable: [AccountReview]) -> String {
    let changes = unstable.reduce(0) { $0 + $1.bandChanges }
    return words.count(
      .stability, unstable.count,
      [
        "accounts": formats.whole(review.accounts.count), "shifts": String(WeightShifts.count),
        "largest": formats.percent(WeightShifts.largest),
        "mean": formats.number(Double(changes) / Double(WeightShifts.count), decimals: 1),
        "robust": formats.whole(review.accounts.count - unstable.count),
      ])
  }

  private func changeWords(_ change: Models.Change) -> String {
    var sentences: [String] = []
    if let date = change.date {
      sentences.append(
        words(.changedOn, ["date": formats.date(date), "by": change.by ?? words(.somebody)]))
    }
    if let why = change.why { sentences.append(words(.changedWhy, ["why": why])) }
    if let expected = change.expected { sentences.append(words(.changedExpected, ["expected": expected])) }
    return sentences.joined(separator: " ")
  }

  private func rule(_ condition: Segment.Condition) -> String {
    switch condition.test {
    case .number(let comparison, let limit):
      "\(label(condition.column)) \(comparison.sign)\u{A0}\(formats.value(limit))"
    case .oneOf(let values):
      words(.isOneOf, ["column": label(condition.column), "values": values.joined(separator: ", ")])
    }
  }
}
