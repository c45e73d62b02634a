import Review

/// The words about renewals as a whole.
struct RenewalWords: Composer {
  let tell: Telling

  /// What the figure of renewals without two greens counts, and what of it the list of renewals in doubt does not hold.
  func figureWords(_ week: WeekFigures) -> String {
    var text = words.count(
      .renewalsWhat, week.renewals, ["not_agreed": formats.whole(week.renewalsNotAgreed.count)])
    if week.lapsed.count > 0 { text += words.count(.renewalsLapsed, week.lapsed.count) }
    if week.renewalsNotListed.count > 0 { text += words.count(.renewalsNotListed, week.renewalsNotListed.count) }
    return text
  }
}
