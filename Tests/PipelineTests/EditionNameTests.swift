import Archive
import Testing

@testable import Pipeline

@Suite struct EditionNameTests {
  private static let known =
    ["2026-W40", "2026-W46", "2026-W47", "2027-W01"].compactMap { EditionID($0) }
    + [EditionID("2026-W47", revision: 1), EditionID("2026-W47", revision: 2)].compactMap(\.self)

  @Test(arguments: [
    ("2026-W46", "2026-W46", "2026-W46"), ("2026-w46", "2026-W46", "2026-W46"),
    ("2026-W47", "2026-W47-r2", "2026-W47"), ("2026-W47-r0", "2026-W47", "2026-W47-r0"),
    ("2026-w47-R1", "2026-W47-r1", "2026-W47-r1"), ("2026-W46-r0", "2026-W46", "2026-W46-r0"),
  ])
  func `a week means its last publication, and a revision itself`(name: String, id: String, label: String) throws {
    let found = try EditionName(name, among: Self.known)
    #expect("\(found.id)" == id)
    #expect(found.label == label)
  }

  @Test(arguments: [
    // The nearest in weeks, although the letters of 2026-W47 differ as little.
    ("2026-W37", "; did you mean '2026-W40'?"), ("2026-W53", "; did you mean '2027-W01'?"),
    ("2026-W47-r7", "; of that week there is 2026-W47-r0, 2026-W47-r1, 2026-W47-r2"),
    ("2026-W47-rx", "; of that week there is 2026-W47-r0, 2026-W47-r1, 2026-W47-r2"),
    ("2026-W46-r1", "; of that week there is 2026-W46"), ("2026W47", "; did you mean '2026-W47'?"),
    ("yesterday", "; known: 2026-W40, 2026-W46, 2026-W47, 2027-W01"),
  ])
  func `a name that there is not is refused with what could be meant`(name: String, hint: String) {
    let refusal = #expect(throws: Refusal.self) { try EditionName(name, among: Self.known, in: " in archive") }
    #expect(refusal?.words == "there is no edition '\(name)' in archive\(hint)")
  }
}
