/// A digest as a message of a chat, in pieces of text that no chat reads as mark-up.
struct ChatDigest {
  /// A piece of a line: a text, in bold or as a link where it says so.
  struct Run {
    let text: String
    var isBold = false
    var address = ""
  }

  /// The longest text of a piece.
  private static let mostCharacters = 280
  /// The most lines of a block, so that none has more than 3,000 characters.
  private static let mostLines = 9

  let told: ToldDigest

  /// The first line.
  var title: String { onOneShortLine(told.digest.subject, most: 150) }

  /// The blocks after it: a heading, where it has one, and lines.
  var blocks: [(heading: Run?, lines: [[Run]])] {
    let digest = told.digest
    var blocks: [(heading: Run?, lines: [[Run]])] = [
      (
        nil,
        digest.notes.map { [Run(text: short($0), isBold: true)] }
          + [[Run(text: short(digest.headline), address: told.address(digest.link))]]
      )
    ]
    blocks.append(
      (
        nil,
        digest.figures.map {
          [
            Run(text: "\($0.label)\(told.words(.colon)) "),
            Run(text: short($0.value), isBold: true, address: told.address($0.link)),
          ]
        }
      ))
    for part in told.parts {
      var lines = part.items.prefix(Self.mostLines).map { item -> [Run] in
        let (about, what) = told.detail(of: item)
        let rest = about.isEmpty ? "" : told.words(.digestAccount, ["name": "", "arr": about, "what": what])
        return [Run(text: short(item.name), isBold: true, address: told.address(item.link)), Run(text: short(rest))]
      }
      lines += told.rest(of: part).map { [Run(text: $0)] }
      blocks.append(
        (Run(text: part.title, isBold: true, address: told.address(part.link)), lines.isEmpty ? [] : lines))
    }
    if let nothing = told.nothing { blocks.append((nil, [[Run(text: nothing)]])) }
    if !digest.closing.isEmpty { blocks.append((nil, digest.closing.map { [Run(text: short($0))] })) }
    blocks.append((nil, [[Run(text: "\(told.words(.internal)) · \(told.origin)")]]))
    return blocks.filter { !$0.lines.isEmpty || $0.heading != nil }
  }

  private func short(_ text: String) -> String { onOneShortLine(text, most: Self.mostCharacters) }
}

/// A text in one line of a number of characters at most.
private func onOneShortLine(_ text: String, most: Int) -> String {
  let line = inOneLine(text)
  return line.count > most ? line.prefix(most - 1) + "…" : line
}

/// A message for Slack in Block Kit: rich text, in which no text is read as mark-up or as a call to somebody.
struct SlackDigest {
  let chat: ChatDigest

  var bytes: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      // What a notification shows; it is read as mark-up.
      json.field("text", plainLine(chat.title))
      json.array("blocks") { json in
        json.object { json in
          json.field("type", "header")
          json.object("text") { json in
            json.field("type", "plain_text")
            json.field("text", chat.title)
            json.field("emoji", false)
          }
        }
        for block in chat.blocks {
          json.lineBreak()
          json.object { json in
            json.field("type", "rich_text")
            json.array("elements") { write(block, to: &$0) }
          }
        }
      }
    }
    return json.bytes + [0x0A]
  }

  private func write(_ block: (heading: ChatDigest.Run?, lines: [[ChatDigest.Run]]), to json: inout JSONWriter) {
    if let heading = block.heading { section([heading], to: &json) }
    guard block.heading != nil else {
      for (index, line) in block.lines.enumerated() {
        // Sections that follow one another share a line but for a break.
        let end = index + 1 < block.lines.count ? [ChatDigest.Run(text: "\n")] : []
        section(line + end, to: &json)
      }
      return
    }
    guard !block.lines.isEmpty else { return }
    json.object { json in
      json.field("type", "rich_text_list")
      json.field("style", "bullet")
      json.array("elements") { json in
        for line in block.lines { section(line, to: &json) }
      }
    }
  }

  private func section(_ runs: [ChatDigest.Run], to json: inout JSONWriter) {
    json.object { json in
      json.field("type", "rich_text_section")
      json.array("elements") { json in
        for run in runs where !run.text.isEmpty {
          json.object { json in
            json.field("type", run.address.isEmpty ? "text" : "link")
            if !run.address.isEmpty { json.field("url", run.address) }
            json.field("text", run.text)
            if run.isBold { json.object("style") { $0.field("bold", true) } }
          }
        }
      }
    }
  }
}

/// A message for Teams: an Adaptive Card in the envelope that its workflows take.
///
/// It is made of text runs, which are not read as Markdown.
struct TeamsDigest {
  /// The most bytes that a workflow takes.
  static let mostBytes = 28 * 1024

  let chat: ChatDigest

  var bytes: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.field("type", "message")
      json.array("attachments") { json in
        json.object { json in
          json.field("contentType", "application/vnd.microsoft.card.adaptive")
          json.field("contentUrl", String?.none)
          json.object("content") { card(&$0) }
        }
      }
    }
    return json.bytes + [0x0A]
  }

  private func card(_ json: inout JSONWriter) {
    json.field("$schema", "http://adaptivecards.io/schemas/adaptive-card.json")
    json.field("type", "AdaptiveCard")
    json.field("version", "1.4")
    json.object("msteams") { $0.field("width", "Full") }
    json.array("body") { json in
      text([ChatDigest.Run(text: chat.title, isBold: true)], size: "Large", to: &json)
      for block in chat.blocks {
        if let heading = block.heading { text([heading], size: "Medium", spacing: "Medium", to: &json) }
        for (index, line) in block.lines.enumerated() {
          text(
            block.heading == nil ? line : [ChatDigest.Run(text: "• ")] + line,
            spacing: block.heading == nil && index == 0 ? "Medium" : "Small", to: &json)
        }
      }
    }
  }

  private func text(
    _ runs: [ChatDigest.Run], size: String = "Default", spacing: String = "Default", to json: inout JSONWriter
  ) {
    json.lineBreak()
    json.object { json in
      json.field("type", "RichTextBlock")
      json.field("spacing", spacing)
      json.array("inlines") { json in
        for run in runs where !run.text.isEmpty {
          json.object { json in
            json.field("type", "TextRun")
            json.field("text", run.text)
            if size != "Default" { json.field("size", size) }
            if run.isBold { json.field("weight", "Bolder") }
            if !run.address.isEmpty {
              json.object("selectAction") { json in
                json.field("type", "Action.OpenUrl")
                json.field("url", run.address)
              }
            }
          }
        }
      }
    }
  }
}
