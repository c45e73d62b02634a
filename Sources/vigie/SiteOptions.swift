import ArgumentParser

/// Where a site goes and what it is told with: what every command that writes one asks for.
struct SiteOptions: ParsableArguments {
  @Option(
    name: .customLong("out"), help: "The folder of the site (default: site/ in the portfolio).", completion: .directory)
  var out: String?

  @OptionGroup var templates: TemplateOptions
}

/// Which templates a site is told with.
struct TemplateOptions: ParsableArguments {
  @Option(
    name: .customLong("templates"),
    help: "A folder of templates to use instead of the built-in ones (default: templates/ in the portfolio).",
    completion: .directory)
  var folder: String?
}
