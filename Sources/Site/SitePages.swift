/// Every kind of page, each named once; its composer defines the rest.
enum SitePages {
  /// The pages of an edition, in the order of the navigation.
  static let ofEdition: [any PageComposer.Type] = [
    IndexPageComposer.self, FigurePageComposer.self, ListPageComposer.self, ListsPageComposer.self, AttentionPageComposer.self,
    AccountsPageComposer.self, AccountPageComposer.self, SegmentsPageComposer.self, SegmentPageComposer.self,
    CSMsPageComposer.self, CSMPageComposer.self, RetentionPageComposer.self, BacktestPageComposer.self,
    CallsPageComposer.self, MethodPageComposer.self, DataQualityPageComposer.self, ArchivePageComposer.self,
    LossesPageComposer.self, LossPageComposer.self,
  ]

  /// The pages of a comparison; an edition has them as well if there was an earlier one.
  static let ofComparison: [any PageComposer.Type] = [ChangesPageComposer.self, ChangeCellPageComposer.self]

  /// The navigation.
  static let menu: [MenuEntry] = ofEdition.compactMap { $0.menuEntry }
}
