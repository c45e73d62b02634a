import Findings
import FoundationEssentials
import Health
import Review
import Spelling

/// The names under which other programs know the accounts: keys in columns, names and domains.
///
/// Nothing is matched by likeness: a key is equal, or it is none.
struct AccountKeys {
  /// Addresses at these are people's own and say nothing about an account.
  private static let publicMail: Set<String> = [
    "gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "hotmail.fr", "live.com", "msn.com", "yahoo.com",
    "yahoo.fr", "icloud.com", "me.com", "aol.com", "gmx.de", "gmx.net", "gmx.com", "web.de", "t-online.de", "orange.fr",
    "free.fr", "wanadoo.fr", "laposte.net", "sfr.fr", "proton.me", "protonmail.com", "mail.ru", "qq.com", "163.com",
  ]
  private static let domainColumns = ["domain", "website"]

  private let accounts: [Account]
  private let columns: [AccountCells]
  private var byColumn: [String: [String: [Int]]] = [:]
  private var byName: [String: [Int]] = [:]
  private var byDomain: [String: [Int]] = [:]

  /// Prepares what the sources match by.
  init(_ accounts: [Account], columns: [AccountCells], sources: [TableSource]) {
    self.init(accounts, columns: columns, keys: sources.flatMap(\.match).map(\.key))
  }

  /// Prepares every key that the accounts have.
  init(everyKeyOf accounts: [Account], columns: [AccountCells]) {
    self.init(accounts, columns: columns, keys: [.name, .domain] + columns.map { .column($0.name) })
  }

  private init(_ accounts: [Account], columns: [AccountCells], keys: [AccountMatch.Key]) {
    self.accounts = accounts
    self.columns = columns
    for key in keys {
      switch key {
      case .id: break
      case .column(let column): prepare(column)
      case .name where byName.isEmpty:
        byName = Self.table(accounts.map { [foldedName($0.name)] })
      case .domain where byDomain.isEmpty:
        let cells = columns.filter { Self.domainColumns.contains($0.name.nameKey) }
        byDomain = Self.table(
          accounts.indices.map { account in
            cells.compactMap { $0.texts[account] }.flatMap { Self.domains(in: $0) }.filter {
              !Self.publicMail.contains($0)
            }
          })
      case .name, .domain: break
      }
    }
  }

  /// The domains of all addresses and web sites in a cell.
  private static func domains(in text: String) -> [String] {
    text.split { [";", ",", " ", "\n"].contains($0) }.compactMap { mailDomain(String($0)) }
  }

  private mutating func prepare(_ column: String) {
    let key = column.nameKey
    guard byColumn[key] == nil else { return }
    let cells = columns.first { $0.name.nameKey == key }
    byColumn[key] = Self.table(
      (cells?.texts ?? []).map { text in
        guard let text else { return [] }
        return [text] + (otherSalesforceID(text).map { [$0] } ?? [])
      })
  }

  /// The positions of the accounts that have each key.
  private static func table(_ keys: [[String]]) -> [String: [Int]] {
    var table: [String: [Int]] = [:]
    for (account, keys) in keys.enumerated() {
      for key in Set(keys) where !key.isEmpty { table[key, default: []].append(account) }
    }
    return table
  }

  /// The names of the columns that accounts have.
  var columnNames: [String] { columns.map(\.name) }

  /// Whether the accounts have a column of a name.
  func hasColumn(_ name: String) -> Bool { columns.contains { $0.name.nameKey == name.nameKey } }

  /// The columns in which each account that has a cell has one of its own.
  var namedColumns: [String] {
    columns.filter { column in
      let texts = column.texts.compactMap(\.self)
      return texts.count > 1 && Set(texts).count == texts.count && column.numbers.allSatisfy { $0 == nil }
    }.map(\.name)
  }

  /// The positions of the accounts that a cell names by a key other than the id.
  func positions(of text: String, by key: AccountMatch.Key) -> [Int] {
    switch key {
    case .id: []
    case .column(let column): byColumn[column.nameKey]?[text] ?? []
    case .name: byName[foldedName(text)] ?? []
    // Two addresses at two customers name neither.
    case .domain: Array(Set(Self.domains(in: text).flatMap { byDomain[$0] ?? [] })).sorted()
    }
  }

  /// The one account whose name is most like a text, where one is: it begins as the text does, or differs in few letters.
  func likeliest(_ text: String) -> Account? {
    let folded = foldedName(text)
    guard !folded.isEmpty else { return nil }
    let words = folded.split(separator: " ")
    let alike = byName.keys.filter { name in
      let other = name.split(separator: " ")
      return zip(words, other).prefix { $0 == $1 }.count == min(words.count, other.count)
    }
    let nearest = alike.count == 1 ? alike.first : nearestName(to: folded, among: byName.keys.sorted())
    return nearest.flatMap { byName[$0] }.flatMap { $0.count == 1 ? accounts[$0[0]] : nil }
  }
}

/// What a name keeps of itself where it is compared with others.
///
/// Case, accents, dots, apostrophes and a legal form at the end go, and other punctuation is one blank: `L'Étoile S.A.`
/// becomes `letoile`.
func foldedName(_ name: String) -> String {
  let folded = name.normalized(.folded).unicodeScalars.compactMap { scalar -> Character? in
    if [".", "'", "\u{2019}", "\u{2018}", "\u{2BC}", "`", "\u{B4}"].contains(scalar) { return nil }
    return scalar.properties.isAlphabetic || scalar.properties.numericType != nil ? Character(scalar) : " "
  }
  let words = String(folded).split(separator: " ").map(String.init)
  for length in stride(from: min(3, words.count - 1), through: 1, by: -1)
  where legalForms.contains(words.suffix(length).joined(separator: " ")) {
    return words.dropLast(length).joined(separator: " ")
  }
  return words.joined(separator: " ")
}

/// Legal forms of companies as they stand at the end of a folded name.
private let legalForms = Set(
  """
  ab,ag,aps,as,asa,bv,bvba,co,co ltd,company,corp,corporation,doo,ek,eurl,ev,gbr,gmbh,gmbh co kg,gmbh cie kg,hf,inc,\
  incorporated,kft,kg,kgaa,kk,lda,limited,llc,llp,lp,ltd,ltda,nv,ohg,oy,oyj,plc,pte ltd,pty ltd,sa,sarl,sas,sasu,sci,scop,\
  se,sl,slu,snc,spa,sp zoo,sp z oo,srl,sro,ug,vof,zrt
  """.split(separator: ",").map(String.init))

/// The domain of an address or a web site in lower case: `Ann <Ann@Mail.Example.com>` gives `mail.example.com`, and
/// `https://www.example.com/about` gives `example.com`; nil for a text that is neither.
func mailDomain(_ text: String) -> String? {
  var rest = Substring(text.lowercased())
  if let scheme = rest.firstRange(of: "://") { rest = rest[scheme.upperBound...] }
  if let at = rest.lastIndex(of: "@") { rest = rest[rest.index(after: at)...] }
  rest = rest.prefix { !["/", "?", "#", ":", ">", " "].contains($0) }
  if rest.hasPrefix("www.") { rest = rest.dropFirst("www.".count) }
  if rest.hasSuffix(".") { rest = rest.dropLast() }
  let labels = rest.split(separator: ".", omittingEmptySubsequences: false)
  return labels.count > 1 && labels.allSatisfy { !$0.isEmpty } ? String(rest) : nil
}

/// The same id of Salesforce with 18 characters for one of 15, and the other way round; nil for anything else.
///
/// The last three characters say which of the others are capitals, five for each: `001A0000006Vm9r` is
/// `001A0000006Vm9rIAC`.
func otherSalesforceID(_ id: String) -> String? {
  let bytes = Array(id.utf8)
  func isPlain(_ byte: UInt8) -> Bool { (48...57).contains(byte) || (65...90).contains(byte & 0xDF) }
  guard bytes.count == 15 || bytes.count == 18, bytes.allSatisfy(isPlain) else { return nil }
  let signs = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ012345".utf8)
  let checksum = stride(from: 0, to: 15, by: 5).map { start in
    signs[(0..<5).reduce(0) { $0 | ((65...90).contains(bytes[start + $1]) ? 1 << $1 : 0) }]
  }
  if bytes.count == 15 { return String(decoding: bytes + checksum, as: UTF8.self) }
  return bytes[15...].elementsEqual(checksum) ? String(decoding: bytes[..<15], as: UTF8.self) : nil
}
