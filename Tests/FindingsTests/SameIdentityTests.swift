import Findings
import Testing

/// Hints to accounts and people, which must never lead to somebody else.
@Suite struct SameIdentityTests {
  private let ids = ["C-101", "C-104", "C-111"]

  @Test(arguments: ["c-104", "C104", " C-104 ", "C_104", "C-0104", "104", "0104", "C-104.0", "c\u{A0}104"])
  func `what is written otherwise is the same id`(written: String) {
    #expect(sameIdentity(as: written, among: ids) == "C-104")
  }

  @Test(arguments: ["C-105", "C-1O4", "C-1104", "B-104", "C-10", "C-104a", "CC-104", "", "-", "C-104", "X"])
  func `what differs in a digit or a letter is somebody else's, and what is the same needs no hint`(written: String) {
    #expect(sameIdentity(as: written, among: ids) == nil)
  }

  @Test func `numbers that are ids are found with letters before them, and names in other capitals`() {
    #expect(sameIdentity(as: "CRM-104", among: ["104", "1104"]) == "104")
    #expect(sameIdentity(as: "jonas  weber", among: ["Jonas Weber", "Jonas Webber"]) == "Jonas Weber")
    #expect(sameIdentity(as: "Jonas Wber", among: ["Jonas Weber"]) == nil)
  }

  @Test func `of two that are written alike neither is meant`() {
    #expect(sameIdentity(as: "C104", among: ["C-104", "c 104"]) == nil)
    #expect(sameIdentity(as: "1-23", among: ["12-3", "123"]) == nil)
  }

  @Test func `a message writes out what the eye cannot see`() {
    let message: Message = "no column '\("Annual\u{A0}revenue")'"
    #expect("\(message)" == "no column 'Annual\\u{A0}revenue'")
    let pictures: Message = "'\("Zo\u{EB} \u{1F468}\u{200D}\u{1F469}")'"
    #expect("\(pictures)" == "'Zo\u{EB} \u{1F468}\u{200D}\u{1F469}'")
  }
}
