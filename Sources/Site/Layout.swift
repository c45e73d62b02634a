import Templates

/// The frame of every page.
struct Layout: TemplateRecord {
  /// A link of the navigation.
  struct Link: TemplateRecord {
    let label: String
    let address: String
    let isCurrent: Bool

    static let fields: TemplateFields<Link> = [
      .text("label") { $0.label },
      .text("address") { $0.address },
      .flag("current") { $0.isCurrent },
    ]
  }

  let language: String
  let root: String
  let title: String
  let page: String
  let edition: String
  let asOf: String
  let asOfISO: String
  let data: String
  /// How many rows were refused; empty without any.
  let refused: String
  let status: String
  let fingerprint: String
  let model: String
  let tool: String
  let months: String
  let isWholeSite: Bool
  let brand: SiteBrand
  let links: [Link]
  let content: [UInt8]

  static let fields: TemplateFields<Layout> = [
    .text("language") { $0.language },
    .text("root") { $0.root },
    .text("title") { $0.title },
    .text("page") { $0.page },
    .text("edition") { $0.edition },
    .text("as_of") { $0.asOf },
    .text("as_of_iso") { $0.asOfISO },
    .text("data") { $0.data },
    .text("refused") { $0.refused },
    .text("status") { $0.status },
    .text("fingerprint") { $0.fingerprint },
    .text("model") { $0.model },
    .text("tool") { $0.tool },
    .text("months") { $0.months },
    .flag("whole_site") { $0.isWholeSite },
    .text("brand_name") { $0.brand.name },
    .text("brand_footer") { $0.brand.footer },
    .flag("brand_style") { $0.brand.hasStyle },
    .text("logo_width") { $0.brand.logo.map { String($0.width) } ?? "" },
    .text("logo_height") { $0.brand.logo.map { String($0.height) } ?? "" },
    .list("links") { $0.links },
    .html("content") { $0.content },
  ]
}
