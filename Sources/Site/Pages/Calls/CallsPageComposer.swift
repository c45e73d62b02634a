import Health
import Review

/// Composes the tables of all misses and of all false alarms, sheet by sheet.
struct CallsPageComposer: PageComposer {
  /// One sheet of a table.
  struct Subject {
    let kind: CallKind
    let calls: [Backtest.Call]
    let sheet: Sheet
  }

  static let template = "calls.md"

  let tell: Telling
  private var rows: CallRows { CallRows(tell: tell) }

  /// The kinds of call with more accounts than the page on the backtest names.
  var pages: [PagePlan<Subject>] {
    CallKind.allCases.flatMap { kind -> [PagePlan<Subject>] in
      let calls = rows.calls(kind)
      guard calls.count > CallRows.mostCalls else { return [] }
      return Sheet.all(rows: calls.count).map { sheet in
        PagePlan(
          path: sheet.path(kind.path), title: words(kind.title), entry: BacktestPageComposer.entry,
          subject: Subject(kind: kind, calls: calls, sheet: sheet))
      }
    }
  }

  func view(of subject: Subject, on page: inout PageBuilder) -> CallsPage {
    let (kind, sheet) = (subject.kind, subject.sheet)
    return CallsPage(
      title: words(kind.title), lead: words.count(.accounts, subject.calls.count),
      rule: words(kind == .misses ? .missesRule : .falseAlarmsRule),
      rows: subject.calls[sheet.range].map { rows.row($0, of: review.judged, root: page.root) },
      sheets: sheet.links(kind.path))
  }
}
