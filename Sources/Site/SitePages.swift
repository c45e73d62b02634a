/// Every kind of page, each named once; its composer defines the rest.
enum SitePages {
  /// The pages of an edition, in the order of the navigation.
  static let ofEdition: [any PageComposer.Type] = [
    IndexPageComposer.self, FigurePageComposer.self, ListPageComposer.self, ListsPageComposer.self,
    DecisionsPageComposer.self, AttentionPageComposer.self, AccountsPageComposer.self, AccountPageComposer.self,
    DeparturesPageComposer.self, SegmentsPageComposer.self, SegmentPageComposer.self,
    CSMsPageComposer.self, CSMPageComposer.self, RetentionPageComposer.self, RenewalsPageComposer.self,
    BacktestPageComposer.self, CallsPageComposer.self, LossesPageComposer.self, LossPageComposer.self,
    MethodPageComposer.self, DataQualityPageComposer.self, ArchivePageComposer.self,
  ]

  /// The pages of a comparison; an edition has them as well if there was an earlier one.
  static let ofComparison: [any PageComposer.Type] = [ChangesPageComposer.self, ChangeCellPageComposer.self]

  /// The navigation; what changed stands beside this week, where there was an earlier edition.
  static let menu: [MenuEntry] = {
    let entries = ofEdition.compactMap { $0.menuEntry }
    return entries.prefix(1) + ofComparison.compactMap { $0.menuEntry } + entries.dropFirst()
  }()
}
