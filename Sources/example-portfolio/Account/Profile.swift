/// The course of an account when nothing in particular happens to it.
struct Profile {
  /// Weekly active users as a share of the seats.
  var usage: Curve
  /// Distinct features an active user touches in a week.
  var features: Curve
  /// Tickets a seat opens in a quarter.
  var tickets: Curve
  /// The share of tickets that are high or urgent.
  var urgent: Curve
  /// Mean satisfaction with closed tickets, 1 to 5.
  var csat: Curve
  /// Days until a ticket is closed.
  var closing: Curve
  /// Days between two contacts.
  var contactEvery: Curve
  /// Mean answer to the quarterly survey, 0 to 10.
  var survey: Curve
  /// Days the oldest open invoice is late.
  var invoice: Curve
  /// How many of three goals are met.
  var goalsMet: Int
  /// The CSM's flag, month after month.
  var flag: Flag.Colour

  static let strong = Profile(
    usage: 0.58, features: 8.4, tickets: 0.014, urgent: 0.06, csat: 4.5, closing: 3, contactEvery: 22,
    survey: 8.3, invoice: 0, goalsMet: 3, flag: .green)
  static let sound = Profile(
    usage: 0.50, features: 7.0, tickets: 0.018, urgent: 0.1, csat: 4.2, closing: 4, contactEvery: 28,
    survey: 7.6, invoice: 4, goalsMet: 2, flag: .green)
  static let middling = Profile(
    usage: 0.36, features: 5.2, tickets: 0.03, urgent: 0.16, csat: 3.7, closing: 6, contactEvery: 38,
    survey: 6.4, invoice: 14, goalsMet: 1, flag: .yellow)
  static let weak = Profile(
    usage: 0.15, features: 2.7, tickets: 0.09, urgent: 0.35, csat: 2.7, closing: 11, contactEvery: 66,
    survey: 4.3, invoice: 40, goalsMet: 0, flag: .red)
}
