/// The templates, words and style that come with Vigie, in the program itself, so that it needs nothing beside it.
public enum BuiltInTemplates {
  /// Name and bytes of every file of this folder that a site is made from.
  public static let files: [(name: String, bytes: [UInt8])] = [
    ("account.md", PackageResources.account_md),
    ("accounts.md", PackageResources.accounts_md),
    ("archive.md", PackageResources.archive_md),
    ("attention.md", PackageResources.attention_md),
    ("bands.html", PackageResources.bands_html),
    ("change-cell.md", PackageResources.change_cell_md),
    ("changes.md", PackageResources.changes_md),
    ("csm.md", PackageResources.csm_md),
    ("csms.md", PackageResources.csms_md),
    ("data-quality.md", PackageResources.data_quality_md),
    ("figures.html", PackageResources.figures_html),
    ("hero.html", PackageResources.hero_html),
    ("index.md", PackageResources.index_md),
    ("layout.html", PackageResources.layout_html),
    ("list.md", PackageResources.list_md),
    ("lists.md", PackageResources.lists_md),
    ("loss.md", PackageResources.loss_md),
    ("losses.md", PackageResources.losses_md),
    ("matrix.html", PackageResources.matrix_html),
    ("method.md", PackageResources.method_md),
    ("movement.html", PackageResources.movement_html),
    ("questions.yml", PackageResources.questions_yml),
    ("segment.md", PackageResources.segment_md),
    ("segments.md", PackageResources.segments_md),
    ("style.css", PackageResources.style_css),
    ("words/en.yml", PackageResources.en_yml),
    ("words/fr.yml", PackageResources.fr_yml),
  ]
}
