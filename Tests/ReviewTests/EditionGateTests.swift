import Foundation
import Health
import Testing

@testable import Review

/// Conditions on the figures of an edition, as they are written after --fail-if.
@Suite struct EditionGateTests {
  @Test(arguments: [
    ("grr<90%", EditionFigure.grr, GateCondition.compares(.below, 0.9)),
    ("nrr < 1.05", .nrr, .compares(.below, 1.05)), ("overdue > 10", .overdue, .compares(.above, 10)),
    ("arr_at_risk >= 250000", .arrAtRisk, .compares(.atLeast, 250_000)), ("grr unknown", .grr, .isUnknown),
  ])
  func `a gate is a figure, a comparison and a number`(
    text: String, figure: EditionFigure, condition: GateCondition
  ) throws {
    let gate = try EditionGate(text)
    #expect(gate.figure == figure && gate.condition == condition && gate.text == text)
  }

  @Test(arguments: [
    ("gr < 0.9", "'gr' is no figure of an edition; did you mean 'grr'?"),
    ("", "'' names no figure; write a gate such as 'grr < 0.9'"),
    ("overdue", "'overdue' compares with nothing; write one such as 'overdue > 10' or 'overdue unknown'"),
    ("overdue > 10%", "overdue counts accounts; write 10 without the per cent sign"),
    ("refused > 1%", "refused counts rows; write 1 without the per cent sign"),
    ("arr_at_risk > 5%", "arr_at_risk is an amount; write 5 without the per cent sign"),
    ("grr < 90", "grr is a share between 0 and 1, and '90' is not; did you mean 90%?"),
    ("red < 0", "'red < 0' never holds, since red is never below 0"),
    ("red > 3 at 90", "'at 90' in 'red > 3 at 90' is too much"),
  ])
  func `what is no gate is answered with what to write`(text: String, reason: String) {
    #expect(throws: GateFault(reason: reason)) { try EditionGate(text) }
  }

  @Test func `an unknown figure decides nothing, unless that is what was asked`() {
    #expect(GateCondition.compares(.below, 0.9).answer(nil, reason: "why") == .unknown(reason: "why"))
    #expect(GateCondition.isUnknown.answer(nil, reason: "why") == .holds(nil))
    #expect(GateCondition.isUnknown.answer(0.5, reason: "") == .passes(0.5))
    #expect(GateCondition.compares(.atMost, 0.5).answer(0.5, reason: "") == .holds(0.5))
  }

  @Test func `the page for operators lists every figure`() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../docs/operations.md")
    let page = try String(contentsOf: file, encoding: .utf8)
    for figure in EditionFigure.allCases { #expect(page.contains("`\(figure.rawValue)`"), "\(figure.rawValue)") }
  }
}
