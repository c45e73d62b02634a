import Templates

struct Measure: TemplateRecord {
  var label = "m"
  static let fields: TemplateFields<Measure> = [.text("label") { $0.label }]
}

struct Contract: TemplateRecord {
  var renews = "2026-01-01"
  static let fields: TemplateFields<Contract> = [.text("renews_on") { $0.renews }]
}

struct Divergence: TemplateRecord {
  var reason = "why"
  static let fields: TemplateFields<Divergence> = [.text("reason") { $0.reason }]
}

struct Account: TemplateRecord {
  var name = "Nile"
  var label = "page"
  var chart = "<svg/>"
  var isCapped = false
  var measures: [Measure] = []
  var tags: [String] = []
  var contract = Contract()
  var divergence: Divergence?

  static let fields: TemplateFields<Account> = [
    .text("name") { $0.name },
    .text("label") { $0.label },
    .html("chart") { $0.chart },
    .html("bytes") { Array($0.chart.utf8) },
    .flag("capped") { $0.isCapped },
    .list("measures") { $0.measures },
    .list("tags") { $0.tags },
    .record("contract") { $0.contract },
    .optional("divergence") { $0.divergence },
  ]
}

let phrases = TemplatePhrases([(key: "title", text: "*All* <accounts>"), (key: "none", text: "")])

/// Renders a template for an account; the first file is the page, the others its partials.
func render(_ files: [(name: String, text: String)], _ account: Account = Account()) throws -> String {
  let set = TemplateSet(files: files.map { TemplateFile(name: $0.name, text: $0.text) })
  let template = try set.compile(files[0].name, for: Account.self, phrases: phrases)
  var output: [UInt8] = []
  template.render(account, into: &output)
  return String(decoding: output, as: UTF8.self)
}

func render(md text: String, _ account: Account = Account()) throws -> String {
  try render([("page.md", text)], account)
}

func render(html text: String, _ account: Account = Account()) throws -> String {
  try render([("page.html", text)], account)
}

/// The problems of a template, as printed.
func problems(_ files: (name: String, text: String)...) -> [String] {
  do {
    let text = try render(files)
    return ["compiled: \(text)"]
  } catch let errors as TemplateErrors {
    return errors.problems.map(\.description)
  } catch {
    return ["\(error)"]
  }
}
