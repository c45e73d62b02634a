import ArgumentParser

/// The options of every command that makes a site: its place and its templates.
struct SiteOptions: ParsableArguments {
  @OptionGroup var place: PlaceOptions
  @OptionGroup var templates: TemplateOptions
}

/// Where a site goes, and how.
struct PlaceOptions: ParsableArguments {
  @Option(
    name: .customLong("out"), help: "The folder of the site (default: site/ in the portfolio).", completion: .directory)
  var out: String?

  @Flag(
    name: .customLong("in-place"),
    help: """
      Write the site file by file into the folder that it has. Vigie does so by itself for a mount point, a symbolic \
      link and a folder that it finds in use; ask for it where others use the folder unseen, such as a container of \
      another machine.
      """)
  var inPlace = false
}

/// The templates of a site.
struct TemplateOptions: ParsableArguments {
  @Option(
    name: .customLong("templates"),
    help: "A folder of templates to use instead of the built-in ones (default: templates/ in the portfolio).",
    completion: .directory)
  var folder: String?
}
