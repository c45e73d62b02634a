/// The product's own events: a row for each user, day and kind of event, as moments in UTC.
enum EventExport {
  static let header = ["at", "company", "user_id", "event"]

  static func events(_ facts: Facts) -> [UInt8] {
    var bytes = Array((header.joined(separator: ",") + "\n").utf8)
    bytes.reserveCapacity(80 * facts.usage.count)
    // Most of the time would go into the texts of the same few days.
    var day: (day: Day, text: String)?
    for event in facts.usage {
      if day?.day != event.at.day { day = (event.at.day, event.at.day.description) }
      let workspace = event.user.isTester ? UsageEvent.User.ownWorkspace : event.account.domain
      bytes += "\(day?.text ?? "")T\(event.at.time)Z,\(workspace),\(event.user.id),\(event.event)\n".utf8
    }
    return bytes
  }
}
