import Foundation
import Health
import Portfolio
import Review

/// What was read, one line a row, so that a test can hold all of it.
extension Loaded {
  /// `id, name, csm, arr, started_on, renews_on, ended_on`, with `–` for what is not known.
  var accounts: [String] {
    (portfolio?.evidence.accounts ?? []).map {
      line([
        $0.id.text, $0.name, $0.csm, $0.arr.map { "\($0)" }, $0.startedOn?.description, $0.renewsOn?.description,
        $0.endedOn?.description,
      ])
    }
  }

  /// What a column of accounts holds.
  func column(_ name: String) -> [String?] {
    portfolio?.evidence.columns.first { $0.name == name }?.texts ?? []
  }

  /// `account, id, opened_on, closed_on, severity, csat, subject`.
  var tickets: [String] {
    rows { evidence, account in
      evidence.tickets[account].map {
        [
          $0.id, $0.openedOn.description, $0.closedOn?.description, $0.severity?.rawValue, $0.csat.map { "\($0)" },
          $0.subject,
        ]
      }
    }
  }

  /// `account, date, kind, arr_before, arr_after, reason`.
  var outcomes: [String] {
    rows { evidence, account in
      evidence.outcomes[account].map {
        [
          $0.date.description, $0.kind.rawValue, $0.arrBefore.map { "\($0)" }, $0.arrAfter.map { "\($0)" },
          $0.reason?.words(for: .everyone),
        ]
      }
    }
  }

  /// `account, date, kind, by, with, note`.
  var touchpoints: [String] {
    rows { evidence, account in
      evidence.touchpoints[account].map {
        [$0.date.description, $0.kind, $0.by, $0.with, $0.note?.words(for: .accountPage)]
      }
    }
  }

  /// `account, name, roles`.
  var contacts: [String] {
    rows { evidence, account in
      evidence.contacts[account].map { [$0.name, $0.roles.map(\.rawValue).joined(separator: "+")] }
    }
  }

  /// `account, date, flag, reason`.
  var flags: [String] {
    guard let portfolio else { return [] }
    return rows { _, account in
      portfolio.judgement.sentiment[account].map {
        [$0.date.description, $0.flag.rawValue, $0.reason?.words(for: .everyone)]
      }
    }
  }

  private func rows(_ table: (Evidence, Int) -> [[String?]]) -> [String] {
    guard let evidence = portfolio?.evidence else { return [] }
    return evidence.accounts.indices.flatMap { account in
      table(evidence, account).map { line([evidence.accounts[account].id.text] + $0) }
    }
  }

  private func line(_ values: [String?]) -> String { values.map { $0 ?? "–" }.joined(separator: ", ") }

  /// The findings, without those about tables that a test says nothing of.
  func findings(of file: String) -> [String] { findings.filter { $0.hasPrefix(file) } }
}

/// A text in one byte a letter, as Windows writes it in western Europe.
func latin(_ text: String) -> Data {
  Data(text.unicodeScalars.map { UInt8(exactly: $0.value) ?? UInt8(ascii: "?") })
}
