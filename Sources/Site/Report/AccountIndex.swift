import Health
import Publishing
import Review

/// What can be found, as a script that assigns data: pages opened from a disk may load scripts but read no other file.
///
/// The rows are the active accounts with their contacts, the places everything else that has a page: lost accounts, people,
/// lists, segments and other pages. Of a large portfolio the first rows are in the file that is asked for, and the others
/// in parts that it names, so that no file grows without bound.
///
/// Everything in it is a number or quoted text, escaped as in JSON; the site's own script shows each as text.
struct AccountIndex: Composer {
  /// What a place is, in the order in which places are shown; accounts come first.
  private enum Kind: Int {
    case lost = 1, person, list, segment, page

    /// The kind of a page by its address; nil for the sheets of a table, its cells and the accounts, which are rows.
    init?(path: String, isRow: Bool) {
      let parts = path.split(separator: "/")
      guard let name = parts.last, name.split(separator: ".").count == 2, !isRow else { return nil }
      switch parts.count == 1 || name == "index.html" ? "" : parts[0] {
      case "": self = .page
      case "accounts", "losses": self = .lost
      case "csms": self = .person
      case "lists": self = .list
      case "segments": self = .segment
      default: return nil
      }
    }
  }

  /// The most accounts in one part: about 400 KB.
  var rowsOfPart = 5_000
  let tell: Telling
  /// Every page of the site.
  let pages: [Page]

  /// The index, and the parts with the rows that are not in it.
  var files: [OutputFile] {
    let owners = Array(Set(review.accounts.map { Owner(csm: evidence.accounts[$0.account].csm) })).sorted {
      $0.path.utf8.lexicographicallyPrecedes($1.path.utf8)
    }
    let places = Dictionary(uniqueKeysWithValues: owners.enumerated().map { ($1, $0) })
    let parts = stride(from: 0, to: max(1, review.byExposure.count), by: rowsOfPart).map {
      review.byExposure[$0...].prefix(rowsOfPart)
    }
    func rows(of part: Int, to rows: inout JSONWriter) {
      for account in parts[part] {
        rows.lineBreak()
        rows.array { add(account, owner: places[Owner(csm: evidence.accounts[account.account].csm)], to: &$0) }
      }
    }
    var json = JSONWriter()
    json.object { index in
      index.array("columns") { columns in
        for phrase in [Phrase.account, .segment, .arr, .renews, .score, .csmSays, .owner] {
          columns.string(words(phrase))
        }
      }
      index.array("kinds") { kinds in
        for phrase in [Phrase.accounts, .losses, .findPeople, .lists, .segments, .pages] {
          kinds.string(words(phrase))
        }
      }
      index.object("bands") { bands in
        for band in Band.allCases { bands.field(String(band.rawValue.prefix(1)), words.code(.band, band.rawValue)) }
      }
      index.field("none", words(.noFlag))
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
      index.array("rows") { rows(of: 0, to: &$0) }
      index.array("parts") { names in
        for part in parts.indices.dropFirst() { names.string(Self.name(of: part)) }
      }
      index.array("places") { addPlaces(to: &$0) }
    }
    let head = OutputFile(
      path: "accounts.js", bytes: Array("vigieAccounts = ".utf8) + json.bytes + Array(";\n".utf8))
    return [head]
      + parts.indices.dropFirst().map { part in
        var json = JSONWriter()
        json.array { rows(of: part, to: &$0) }
        return OutputFile(
          path: Self.name(of: part), bytes: Array("vigieAccounts[\(part)] = ".utf8) + json.bytes + Array(";\n".utf8))
      }
  }

  private static func name(of part: Int) -> String { "accounts.\(part + 1).js" }

  private func addPlaces(to places: inout JSONWriter) {
    // Accounts that are rows, and lost ones, which have a better page than what stands at their former address.
    let rows = Set((review.accounts.map(\.account) + tell.losses.map(\.account)).map { links.account($0, root: "") })
    let losses = Dictionary(tell.losses.map { (links.loss($0.account, root: ""), $0) }, uniquingKeysWith: { $1 })
    for page in pages {
      guard let kind = Kind(path: page.path, isRow: rows.contains(page.path)) else { continue }
      let loss = losses[page.path].map { loss in
        let left = words(.leftOn, ["date": formats.shortDate(loss.leftOn)])
        return "\(evidence.accounts[loss.account].id.text) · \(left)"
      }
      places.lineBreak()
      places.array { place in
        place.number(kind.rawValue)
        for text in [page.title, page.path, loss ?? ""] { place.string(text) }
      }
    }
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
    // Contacts lead to the page of their account.
    row.array { people in
      for contact in evidence.contacts[account.account] {
        people.string(contact.name)
        people.string(contact.roles.map { words.code(.role, $0.rawValue) }.joined(separator: ", "))
      }
    }
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
