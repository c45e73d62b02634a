import Templates

/// Composes the pages that one template shows.
protocol PageComposer: Composer {
  /// What a page is about; nothing to tell apart where there is only one.
  associatedtype Subject: Sendable = Void
  associatedtype View: TemplateRecord

  /// The file name of the template.
  static var template: String { get }
  /// What the navigation has of these pages; nil for nothing, which is the default.
  static var menuEntry: MenuEntry? { get }

  init(tell: Telling)

  /// The pages of an edition.
  var pages: [PagePlan<Subject>] { get }

  func view(of subject: Subject, on page: inout PageBuilder) -> View
}

/// A page before it is composed.
struct PagePlan<Subject> {
  /// Where it goes.
  let path: String
  /// What it is about, for the browser's title.
  let title: String
  /// The place in the navigation that is marked as the current one.
  let entry: MenuEntry
  let subject: Subject
}

/// Makes all pages of a template.
typealias PageMaker = @Sendable (Telling) -> [Page]

extension PageComposer {
  static var menuEntry: MenuEntry? { nil }

  /// Compiles the template, and takes the templates of the pieces that its pages may have.
  static func maker(_ compiler: inout TemplateCompiler, _ pieces: Pieces) -> PageMaker {
    let template: CompiledTemplate<View> = compiler.compile(template)
    return { tell in
      let composer = Self(tell: tell)
      // All pages share one closure, since there may be many.
      let compose: @Sendable (Subject, String) -> Page.Composed = { subject, root in
        var builder = PageBuilder(root: root, pieces: pieces)
        let view = composer.view(of: subject, on: &builder)
        let text = {
          var markdown: [UInt8] = []
          markdown.reserveCapacity(16_384)
          template.render(view, into: &markdown)
          return markdown
        }
        return (text, builder.figures)
      }
      return composer.pages.map { plan in
        let subject = plan.subject
        return Page(path: plan.path, title: plan.title, entry: plan.entry) { compose(subject, $0) }
      }
    }
  }
}

/// Composes the one page of a template that the navigation leads to.
protocol MenuPageComposer: PageComposer where Subject == Void {
  associatedtype View
  associatedtype Subject = Void

  static var entry: MenuEntry { get }
  /// What the page is called; as in the navigation, unless a composer says otherwise.
  var title: String { get }

  func view(on page: inout PageBuilder) -> View
}

extension MenuPageComposer {
  static var menuEntry: MenuEntry? { entry }

  var title: String { words.code(.nav, Self.entry.name) }

  var pages: [PagePlan<Void>] {
    [PagePlan(path: Self.entry.path, title: title, entry: Self.entry, subject: ())]
  }

  func view(of _: Void, on page: inout PageBuilder) -> View { view(on: &page) }
}
