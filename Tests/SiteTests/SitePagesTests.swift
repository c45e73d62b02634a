import BuiltInTemplates
import Templates
import Testing

@testable import Site

/// What a page needs is named once, and anything forgotten is reported.
@Suite struct SitePagesTests {
  @Test func `every template is shown by a page of the list, or is a part of one that is`() throws {
    let files = BuiltInTemplates.files.filter { $0.name.hasSuffix(".md") || $0.name.hasSuffix(".html") }
      .map { TemplateFile(name: $0.name, text: String(decoding: $0.bytes, as: UTF8.self)) }
    let shown = try SiteTemplates(files, words: ExampleSite.words("en")).names
    // Customers' documents have their own templates.
    for file in files where !file.name.hasPrefix("customer/") && !shown.contains(file.name) {
      let isPart = files.contains { $0.text.contains("{{> \(file.name)}}") }
      #expect(isPart, "nothing shows templates/\(file.name): add the composer of its page to SitePages")
    }
  }

  @Test func `no two pages share a template, and no two entries of the navigation a page`() {
    let templates = (SitePages.ofEdition + SitePages.ofComparison).map { $0.template }
    #expect(Set(templates).count == templates.count)
    #expect(Set(SitePages.menu.map(\.path)).count == SitePages.menu.count)
  }
}
