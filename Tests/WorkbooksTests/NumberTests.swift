import Foundation
import Testing

@testable import Workbooks

/// Numbers, days and times as cells give them.
@Suite struct NumberTests {
  private static func number(_ stored: String) throws -> [String] {
    try WorkbookFile(rows: "<row><c><v>\(stored)</v></c></row>").cells()
  }

  @Test(arguments: [
    ("0", "0"), ("-0", "0"), ("0.0", "0"), ("12", "12"), ("-12", "-12"), ("+12", "12"), ("007", "7"), (" 12\n", "12"),
    ("1234.5", "1234.5"), ("1234.50", "1234.5"), (".5", "0.5"), ("-.5", "-0.5"), ("5.", "5"), ("1.2345E3", "1234.5"),
    ("1.2345e+3", "1234.5"), ("1E-3", "0.001"), ("1.5E-7", "0.00000015"), ("2E0", "2"), ("0E5", "0"),
    ("1E20", "100000000000000000000"), ("12.0E1", "120"), ("-1.5E2", "-150"),
  ])
  func `a number is written in plain digits`(stored: String, shown: String) throws {
    #expect(try Self.number(stored) == ["number \(shown)"])
  }

  @Test(arguments: [
    ("0.30000000000000004", "0.3"), ("1.1000000000000001", "1.1"), ("0.29999999999999999", "0.3"),
    ("0.99999999999999989", "1"), ("0.33333333333333331", "0.333333333333333"), ("65.599999999999994", "65.6"),
    ("-4.9000000000000004", "-4.9"), ("9.9999999999999996E-2", "0.1"), ("1234567.8900000001", "1234567.89"),
    ("0.1000000000000000055511151231257827", "0.1"), ("123456789012345.67", "123456789012346"),
  ])
  func `digits that are only noise of binary arithmetic are rounded away`(stored: String, shown: String) throws {
    #expect(try Self.number(stored) == ["number \(shown)"])
  }

  @Test(arguments: [
    ("30500000101", "30500000101"), ("305000001010000", "305000001010000"),
    ("3.0500000101E10", "30500000101"), ("9007199254740991", "9007199254740991"),
    ("9007199254740992", "9007199254740992"), ("9.007199254740991E15", "9007199254740991"),
    ("9007199254740991.0", "9007199254740991"), ("-9007199254740991", "-9007199254740991"),
    ("3.05000001010123E+15", "3050000010101230"),
    // Excel cannot write these, but other programs can; it shows 12345678901234600.
    ("12345678901234567", "12345678901234567"), ("12345678901234567890123", "12345678901234567890123"),
    ("1.2345678901234567E16", "12345678901234600"),
  ])
  func `whole numbers keep their digits, as ids must`(stored: String, shown: String) throws {
    #expect(try Self.number(stored) == ["number \(shown)"])
  }

  @Test func `the largest and the smallest numbers are written out`() throws {
    #expect(try Self.number("1E308") == ["number 1" + String(repeating: "0", count: 308)])
    #expect(try Self.number("1E-300") == ["number 0." + String(repeating: "0", count: 299) + "1"])
    #expect(try Self.number("1E-400") == ["number 0"])
    #expect(try Self.number("-1E-400") == ["number 0"])
    #expect(try Self.number("1E309") == ["error #NUM!"])
    #expect(try Self.number("1E999999999999999999999") == ["error #NUM!"])
    #expect(try Self.number("nan") == ["error #NUM!"])
    #expect(try Self.number("-INF") == ["error #NUM!"])
  }

  @Test func `a number written by binary arithmetic comes out as the shortest that means it`() throws {
    // All numbers with up to 15 digits, in the 17 digits that Excel stores.
    for stored in [0.1, 0.7, 2.675, 1e-5, 123.456, 99999.99, 4.35, 1.005, 8.41] {
      let shown = stored == 1e-5 ? "0.00001" : "\(stored)"
      #expect(StoredNumber.shown("\(stored)") == shown)
      #expect(StoredNumber.shown((stored as Double).digits17) == shown)
    }
  }

  @Test(arguments: ["abc", "1,5", "1 2", "--1", "1E", "1E+", "1.2.3", "0x10", "-", "."])
  func `what is no number is damage`(stored: String) throws {
    let problem = try WorkbookFile(rows: #"<row r="3"><c r="B3"><v>\#(stored)</v></c></row>"#).problem()
    #expect(problem == .damaged("xl/worksheets/sheet1.xml: B3 should be a number and is '\(stored)'"))
  }

  @Test func `a percentage stays as it is stored`() throws {
    let file = WorkbookFile(
      rows: #"<row><c s="1"><v>0.6</v></c><c s="2"><v>0.6</v></c></row>"#, formats: ["0.0%"], builtIn: [9])
    #expect(try file.cells() == ["number 0.6", "number 0.6"])
  }
}

extension StoredNumber {
  fileprivate static func shown(_ stored: String) -> String? {
    guard let number = StoredNumber(Array(stored.utf8)[...]) else { return nil }
    var text = TextBytes()
    number.append(to: &text)
    return String(decoding: text.bytes, as: UTF8.self)
  }
}

extension Double {
  /// The number in 17 digits and a power of ten.
  fileprivate var digits17: String { String(format: "%.16E", self) }
}
