import Foundation
import Yams

/// A language that nobody speaks: English with a Cyrillic letter for each Latin one, with the plural rules of Slavic
/// languages and its own formats of numbers, money and days.
public enum MadeUpLanguage {
  /// The code of the language.
  public static let code = "xx"

  /// The language file, made from the files of this repository.
  public static func file() throws -> String {
    let english = try words("en")
    var file: [String: Any] = [:]
    for (key, value) in english {
      guard let phrase = value as? String else { continue }
      let name = key.hasSuffix("_other") ? String(key.dropLast("_other".utf8.count)) : ""
      if key.hasPrefix("ordinal_") {
        file["ordinal_other"] = "№{n}"
      } else if english["\(name)_one"] != nil {
        for form in ["few", "many", "other"] { file["\(name)_\(form)"] = "\(marks[form] ?? "")\(spoken(phrase))" }
      } else {
        file[key] = spoken(phrase)
      }
    }
    for (key, format) in formats { file[key] = format }
    file["plural"] = plural
    file["ordinal"] = [String: String]()
    // The sentences that are translated into another language are those that pages can show.
    let findings = try words("fr")["findings"] as? [String: String] ?? [:]
    file["findings"] = Dictionary(uniqueKeysWithValues: findings.keys.map { ($0, spoken($0)) })
    return try Yams.dump(object: file, allowUnicode: true)
  }

  /// The prefix of each plural form, so that readers of a test can tell the forms apart.
  public static let marks = ["few": "✦", "many": "✪", "other": ""]

  /// A text in the language; placeholders, link addresses and non-Latin text stay unchanged.
  public static func spoken(_ text: String) -> String {
    var spoken = String.UnicodeScalarView()
    var isKept = false
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      if scalar == "{" || scalar == "(" && previous == "]" { isKept = true }
      if scalar == "}" || scalar == ")" { isKept = false }
      previous = scalar
      switch scalar {
      case "a"..."z" where !isKept: spoken.append(Unicode.Scalar(0x430 + scalar.value - 97) ?? scalar)
      case "A"..."Z" where !isKept: spoken.append(Unicode.Scalar(0x410 + scalar.value - 65) ?? scalar)
      default: spoken.append(scalar)
      }
    }
    // The language has its own quotation marks, by which a test recognises quoted text.
    return String(spoken).replacing("'{", with: "«{").replacing("}'", with: "}»")
  }

  private static let plural = [
    "one": "v = 0 and i % 10 = 1 and i % 100 != 11",
    "few": "v = 0 and i % 10 = 2..4 and i % 100 != 12..14",
    "many": "v = 0 and i % 10 = 0,5..9 or v = 0 and i % 100 = 11..14",
  ]

  private static let formats = [
    "decimal": "·", "group": "’", "percent": "%{n}", "money_units": "{n}~{currency}",
    "money_thousands": "{n}ш{currency}",
    "money_millions": "{n}щ{currency}", "date": "{y} {month} {d}", "short_date": "{y} {month} {d}",
    "day_format": "yyyy mmm d",
  ]

  private static func words(_ code: String) throws -> [String: Any] {
    let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let text = try String(contentsOf: repository.appending(path: "templates/words/\(code).yml"), encoding: .utf8)
    return try Yams.load(yaml: text) as? [String: Any] ?? [:]
  }
}
