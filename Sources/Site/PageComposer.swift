import Templates

/// A type that composes the pages of one template.
protocol PageComposer: Composer {
  /// The subject of a page.
  associatedtype Subject: Sendable
  associatedtype View: TemplateRecord

  /// The file name of the template.
  static var template: String { get }
  /// The navigation entry of these pages; nil for none, which is the default.
  static var menuEntry: MenuEntry? { get }

  init(tell: Telling)

  /// The pages of an edition.
  var pages: [PagePlan<Subject>] { get }

  func view(of subject: Subject, on page: inout PageBuilder) -> View

  /// Everything about a subject that its page is composed of, as bytes that differ wherever that does; nil, which is the
  /// default, for a page that every build makes.
  func inputs(of subject: Subject) -> [UInt8]?
}

/// A page before it is composed.
struct PagePlan<Subject> {
  /// The path of the page.
  let path: String
  /// The subject of the page, for the browser's title.
  let title: String
  /// The entry of the navigation that is marked as current.
  let entry: MenuEntry
  let subject: Subject
}

/// Makes all pages of a template.
typealias PageMaker = @Sendable (Telling) -> [Page]

extension PageComposer {
  static var menuEntry: MenuEntry? { nil }

  func inputs(of _: Subject) -> [UInt8]? { nil }

  /// Compiles the template, given the templates of the pieces that its pages may contain.
  static func maker(_ compiler: inout TemplateCompiler, _ pieces: Pieces) -> PageMaker {
    let template: CompiledTemplate<View> = compiler.compile(template)
    return { tell in
      let composer = Self(tell: tell)
      // All pages share one closure, since there may be many pages.
      let compose: @Sendable (Subject, String) -> Page.Composed = { subject, root in
        var builder = PageBuilder(root: root, pieces: pieces)
        let view = composer.view(of: subject, on: &builder)
        return ({ template.marked(view) }, builder.figures)
      }
      return composer.pages.map { plan in
        let subject = plan.subject
        return Page(path: plan.path, title: plan.title, entry: plan.entry, template: Self.template) {
          composer.inputs(of: subject)
        } compose: {
          compose(subject, $0)
        }
      }
    }
  }
}

/// A type that composes the only page of a template, which is in the navigation.
protocol MenuPageComposer: PageComposer where Subject == Void {
  associatedtype View
  associatedtype Subject = Void

  static var entry: MenuEntry { get }
  /// The title of the page; the same as in the navigation, unless a composer overrides it.
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
