import Health
import Review

/// All accounts as a script that assigns data: pages opened from a disk may load scripts but read no other file.
///
/// Everything in it is a number or quoted text, escaped as in JSON; the site's own script shows each as text.
struct AccountIndex: Composer {
  let tell: Telling

  var bytes: [UInt8] {
    let owners = Array(Set(review.accounts.map { Owner(csm: evidence.accounts[$0.account].csm) })).sorted {
      $0.path.utf8.lexicographicallyPrecedes($1.path.utf8)
    }
    let places = Dictionary(uniqueKeysWithValues: owners.enumerated().map { ($1, $0) })
    var json = JSONWriter()
    json.object { index in
      index.array("columns") { columns in
        for phrase in [Phrase.account, .segment, .arr, .renews, .score, .csmSays, .owner] {
          columns.string(words(phrase))
        }
      }
      index.object("bands") { bands in
        for band in Band.allCases { bands.field(String(band.rawValue.prefix(1)), words.code(.band, band.rawValue)) }
      }
      index.array("segments") { names in
        for segment in review.models.segments { names.string(name(of: segment)) }
      }
      index.array("owners") { names in
        for owner in owners {
          names.array { pair in
            pair.string(owner.csm ?? words(.nobody))
            pair.string(owner.path + ".html")
          }
        }
      }
      index.array("rows") { rows in
        for account in review.byExposure {
          rows.lineBreak()
          rows.array { add(account, owner: places[Owner(csm: evidence.accounts[account.account].csm)], to: &$0) }
        }
      }
    }
    return Array("vigieAccounts = ".utf8) + json.bytes + Array(";\n".utf8)
  }

  private func add(_ account: AccountReview, owner: Int?, to row: inout JSONWriter) {
    let facts = evidence.accounts[account.account]
    let renewal = evidence.renewalDay(of: account.account, on: review.asOf)
    row.string(slug(of: facts.id.text))
    row.string(facts.name)
    row.string(facts.id.text)
    row.number(account.segment)
    row.string(arr(of: account.account))
    row.string(renewal.map(formats.shortDate) ?? words(.unknown))
    row.string(account.score.published.map(formats.whole) ?? "")
    row.string(String(account.score.band.rawValue.prefix(1)))
    row.string(account.sentiment.map { String($0.flag.rawValue.prefix(1)) } ?? "")
    row.number(owner)
  }
}

/// A person responsible for accounts, or nobody.
private struct Owner: Hashable {
  let csm: String?
  let path: String

  init(csm: String?) {
    self.csm = csm
    path = pathOfCSM(csm)
  }

  // Names are compared by their bytes, like the names of their pages.
  static func == (left: Owner, right: Owner) -> Bool { left.path == right.path }

  func hash(into hasher: inout Hasher) { hasher.combine(path) }
}
