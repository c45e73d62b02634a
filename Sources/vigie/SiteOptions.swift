import ArgumentParser

/// The options of every command that writes a site: its folder and its templates.
struct SiteOptions: ParsableArguments {
  @Option(
    name: .customLong("out"), help: "The folder of the site (default: site/ in the portfolio).", completion: .directory)
  var out: String?

  @OptionGroup var templates: TemplateOptions
}

/// The templates of a site.
struct TemplateOptions: ParsableArguments {
  @Option(
    name: .customLong("templates"),
    help: "A folder of templates to use instead of the built-in ones (default: templates/ in the portfolio).",
    completion: .directory)
  var folder: String?
}
