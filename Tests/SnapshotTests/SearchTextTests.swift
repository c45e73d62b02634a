import Testing

@testable import Snapshot

@Suite struct SearchTextTests {
  @Test(arguments: [
    "Čapek & Synové a.s.", "C\u{30C}apek & Synove\u{301} a.s.", "ČAPEK\u{A0}&\u{202F}SYNOVÉ, A.S.", "capek  synove a s",
    "Ča\u{AD}pek & Syn\u{200B}ové a.s.", "Ｃａｐｅｋ & Synové a/s", "Ča\u{34F}pek & Syn\u{2060}ové a.s.",
    "𝐂apek & 𝒮ynové a.s.", "Ⓒapek & Synové a.s.",
  ])
  func `all spellings of a name are the same words`(spelling: String) {
    #expect(SearchText(spelling).words == SearchText("Čapek & Synové a.s.").words)
  }

  @Test(arguments: [
    ("Weißhaupt", "WEISSHAUPT"), ("Łódź", "lodz"), ("Sørbø", "sorbo"), ("Ærø", "aero"), ("Đorđe", "DORDE"),
    ("Kadıköy", "KADIKÖY"), ("Kadıköy", "kadikoy"), ("ΣΟΦΟΣ", "σοφος"), ("ﬁrma", "FIRMA"), ("Œuvre", "oeuvre"),
    ("Straẞe", "strasse"), ("Ħamrun", "hamrun"), ("İzmir", "izmir"),
  ])
  func `letters are folded in full, those with strokes too`(one: String, other: String) {
    #expect(SearchText(one).words == SearchText(other).words)
  }

  @Test(arguments: [
    ("Müller", "Mueller"), ("Sørensen", "Soerensen"), ("Åberg", "Aaberg"), ("Мüllеr", "muller"), ("Αltmοοr", "altmoor"),
    ("АСМЕ", "acme"), ("ᴀltmoor", "altmoor"),
  ])
  func `letters written as two, and letters that look like others, are read in both ways`(one: String, other: String) {
    let words = SearchText(other).words
    #expect(SearchText.readings(of: one).contains { $0.words == words })
  }

  @Test func `other words stay other words`() {
    #expect(SearchText("Synové & Čapek a.s.").words != SearchText("Čapek & Synové a.s.").words)
    #expect(SearchText("Acme 2").words != SearchText("Acme 3").words)
    #expect(SearchText.readings(of: "Müller").count == 2 && SearchText.readings(of: "Muller").count == 1)
  }

  @Test(arguments: [
    "Altmoor%20Stahl", "Altmoor%2520Stahl", "Altmoor&#32;Stahl", "Altmoor&amp;#x20;Stahl", "%41ltmoor&amp;nbsp%3BStahl",
    "Altmoor%26%2332%3BStahl", "&#65ltmoor Stahl",
  ])
  func `signs that stand for others are undone, however often`(text: String) {
    #expect(SearchText(Decoding.complete(text)).words == SearchText("Altmoor Stahl").words)
  }

  @Test(arguments: ["100 % of it", "5%", "a %zz b", "AT&T & Co", "&unknown;", "%+5"])
  func `a per cent sign and an ampersand that stand for themselves stay`(text: String) {
    #expect(Decoding.complete(text) == text)
  }
}
