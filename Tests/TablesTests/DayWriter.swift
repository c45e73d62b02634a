import Health
import SeededRandom

/// A day at a time of it that is drawn, as a pattern says; names in English or French, in any case.
func written(_ day: Day, _ pattern: String, _ random: inout SplitMix64) -> String {
  func padded(_ value: Int, _ digits: Int) -> String {
    String(repeating: "0", count: max(0, digits - "\(value)".count)) + "\(value)"
  }
  let second = random.whole(below: 86_400)
  let moment = Int(day.number) * 86_400 + second
  switch pattern {
  case "unix": return "\(moment)"
  case "unix_ms": return "\(moment * 1000 + random.whole(below: 1000))"
  case "excel": return "\(day.number + (day.number < -25_509 ? 25_568 : 25_569)).\(random.whole(below: 1000))"
  default: break
  }
  let (year, month, dayOfMonth) = day.civil
  let months = [
    "January janvier", "February février", "March mars", "April avril", "May mai", "June juin", "July juillet",
    "August août",
  ]
  let names = months + ["September septembre", "October octobre", "November novembre", "December décembre"]
  let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
  let language = random.whole(below: 2)
  let name = names[month - 1].split(separator: " ")[language]
  let short = language == 0 ? name.prefix(3) : name.prefix(month == 7 || month == 6 ? 4 : 3)
  let (hour, minute) = (second / 3600, second / 60 % 60)
  var text = ""
  var rest = pattern[...]
  while let letter = rest.first {
    let run = rest.prefix { $0 == letter }
    rest = rest.dropFirst(run.count)
    let piece =
      switch run {
      case "yyyy": padded(year, 4)
      case "yy": padded(year % 100, 2)
      case "MMMM": String(name)
      case "MMM": month == 6 || month == 7 ? String(name) : String(short)
      case "MM", "M": padded(month, run.count)
      case "dd", "d": padded(dayOfMonth, run.count)
      case "EEE": String(weekdays[day.weekday - 1].prefix(3))
      case "EEEE": weekdays[day.weekday - 1]
      case "HH", "H": padded(hour, run.count)
      case "hh", "h": padded((hour + 11) % 12 + 1, run.count)
      case "mm": padded(minute, 2)
      case "ss": padded(second % 60, 2)
      case "SSS": padded(random.whole(below: 1000), 3)
      case "a": hour < 12 ? "AM" : "PM"
      case "XXX": "Z"
      case "'": ""
      default: String(run)
      }
    text += random.whole(below: 2) == 0 || piece == "T" ? piece : piece.uppercased()
  }
  return text
}
