/// The templates, words and style that come with Vigie, in the program itself, so that it needs nothing beside it.
public enum BuiltInTemplates {
  /// True for the files that go into a site as they are: its style and script, not the sheets of customers' documents,
  /// which stand in the documents.
  public static func isSiteAsset(_ name: String) -> Bool {
    (name.hasSuffix(".css") || name.hasSuffix(".js")) && !name.hasPrefix("customer/")
  }

  /// Name and bytes of every file of this folder that a site is made from.
  public static let files: [(name: String, bytes: [UInt8])] = [
    ("account.md", PackageResources.account_md),
    ("accounts.md", PackageResources.accounts_md),
    ("archive.md", PackageResources.archive_md),
    ("attention.md", PackageResources.attention_md),
    ("backtest.md", PackageResources.backtest_md),
    ("bands.html", PackageResources.bands_html),
    ("calls.md", PackageResources.calls_md),
    ("change-cell.md", PackageResources.change_cell_md),
    ("changes.md", PackageResources.changes_md),
    ("csm.md", PackageResources.csm_md),
    ("csms.md", PackageResources.csms_md),
    ("customer/customer.css", PackageResources.customer_css),
    ("customer/frame.html", PackageResources.frame_html),
    ("customer/goal-figures.md", PackageResources.goal_figures_md),
    ("customer/goal.md", PackageResources.goal_md),
    ("customer/no-figure.md", PackageResources.no_figure_md),
    ("customer/numbers.html", PackageResources.numbers_html),
    ("customer/page.md", PackageResources.page_md),
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
    ("parts/attention-head.md", PackageResources.attention_head_md),
    ("parts/attention-row.md", PackageResources.attention_row_md),
    ("parts/band-counts.md", PackageResources.band_counts_md),
    ("parts/band-heads.html", PackageResources.band_heads_html),
    ("parts/band-heads.md", PackageResources.band_heads_md),
    ("parts/call-source.md", PackageResources.call_source_md),
    ("parts/call-table.md", PackageResources.call_table_md),
    ("parts/change-end.md", PackageResources.change_end_md),
    ("parts/change-head.md", PackageResources.change_head_md),
    ("parts/change-row.md", PackageResources.change_row_md),
    ("parts/decision-reason.md", PackageResources.decision_reason_md),
    ("parts/decision-taken.md", PackageResources.decision_taken_md),
    ("parts/decision.md", PackageResources.decision_md),
    ("parts/edition-figures.md", PackageResources.edition_figures_md),
    ("parts/edition-file.md", PackageResources.edition_file_md),
    ("parts/flag-age.md", PackageResources.flag_age_md),
    ("parts/flag-status.md", PackageResources.flag_status_md),
    ("parts/flag-then.md", PackageResources.flag_then_md),
    ("parts/flag.md", PackageResources.flag_md),
    ("parts/item-decided.md", PackageResources.item_decided_md),
    ("parts/item-due.md", PackageResources.item_due_md),
    ("parts/item-next.md", PackageResources.item_next_md),
    ("parts/item-since.md", PackageResources.item_since_md),
    ("parts/item-taken.md", PackageResources.item_taken_md),
    ("parts/item-why.md", PackageResources.item_why_md),
    ("parts/listed-account.md", PackageResources.listed_account_md),
    ("parts/listed-why.md", PackageResources.listed_why_md),
    ("parts/mark.md", PackageResources.mark_md),
    ("parts/matrix-cells.html", PackageResources.matrix_cells_html),
    ("parts/name.md", PackageResources.name_md),
    ("parts/next-step.md", PackageResources.next_step_md),
    ("parts/owner.md", PackageResources.owner_md),
    ("parts/score-capped.md", PackageResources.score_capped_md),
    ("parts/score-then.md", PackageResources.score_then_md),
    ("parts/score.md", PackageResources.score_md),
    ("parts/sheet-link.md", PackageResources.sheet_link_md),
    ("parts/sheets.md", PackageResources.sheets_md),
    ("questions.yml", PackageResources.questions_yml),
    ("retention.md", PackageResources.retention_md),
    ("segment.md", PackageResources.segment_md),
    ("segments.md", PackageResources.segments_md),
    ("style.css", uncommented(PackageResources.style_css)),
    ("trail.md", PackageResources.trail_md),
    ("vigie.js", uncommented(PackageResources.vigie_js)),
    ("words/en.yml", PackageResources.en_yml),
    ("words/fr.yml", PackageResources.fr_yml),
  ]

  /// The style or the script as pages load it: without the comments, which are for its authors.
  ///
  /// In both files every comment has lines of its own, and no text has several lines.
  static func uncommented(_ source: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    for line in source.split(separator: 0x0A) {
      let text = line.drop { $0 == 0x20 }
      guard !text.isEmpty, !text.starts(with: "//".utf8), !text.starts(with: "/*".utf8) else { continue }
      output += line
      output.append(0x0A)
    }
    return output
  }
}
