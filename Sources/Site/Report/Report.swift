import Health
import Review

/// `report.json`: the edition as data, one line per account.
public func reportJSON(_ context: Context) -> [UInt8] {
  let review = context.review
  var json = JSONWriter()
  json.object { json in
    json.field("format", 1)
    json.field("tool", context.tool)
    json.field("title", context.title)
    json.field("locale", context.words.language)
    json.field("currency", context.currency)
    json.field("as_of", review.asOf.description)
    json.field("edition", review.edition.description)
    json.lineBreak()
    write(review.models, to: &json)
    json.lineBreak()
    writePortfolio(context, to: &json)
    json.lineBreak()
    json.array("segments") { json in
      for segment in review.segments {
        json.lineBreak()
        write(segment, to: &json)
      }
    }
    json.lineBreak()
    json.array("accounts") { json in
      for account in review.accounts {
        json.lineBreak()
        write(account, of: review, to: &json)
      }
    }
    json.lineBreak()
    json.object("lists") { json in
      for list in ListID.allCases {
        json.lineBreak()
        json.array(list.rawValue) { json in
          for item in review[list] { write(item, of: review, to: &json) }
        }
      }
    }
    json.lineBreak()
    json.object("backtest") { write(review.backtest.results, to: &$0) }
    json.lineBreak()
    write(review.forecast, to: &json)
  }
  return json.document
}

private func write(_ models: Models, to json: inout JSONWriter) {
  json.object("model") { json in
    json.field("version", models.version)
    json.array("dimensions") { json in
      for dimension in models.all[0].dimensions where dimension.isWeighted {
        json.object { json in
          json.field("id", dimension.id)
          json.field("weight", dimension.weight)
        }
      }
    }
    json.object("bands") { json in
      json.field("green", models.all[0].bands.green)
      json.field("yellow", models.all[0].bands.yellow)
    }
  }
}

private func write(_ bands: BandSplit, to json: inout JSONWriter) {
  json.object("bands") { json in
    for band in Band.allCases {
      json.object(band.rawValue) { json in
        json.field("accounts", bands[band].count)
        json.field("arr", bands[band].amount)
      }
    }
  }
}

private func writePortfolio(_ context: Context, to json: inout JSONWriter) {
  let review = context.review
  let total = review.today.bands.total
  json.object("portfolio") { json in
    json.field("accounts", total.count)
    json.field("arr", total.amount)
    json.field("arr_unknown", total.unknown)
    write(review.today.bands, to: &json)
    json.object("arr_at_risk") { json in
      json.field("arr", review.today.atRisk.amount)
      json.field("share", review.today.atRisk.share(of: total))
    }
    json.object("lapsed") { json in
      json.field("accounts", review.today.lapsed.count)
      json.field("arr", review.today.lapsed.amount)
    }
    if let shift = review.shift {
      json.object("shift") { json in
        json.field("change", shift.change)
        json.field("measure", shift.measure)
      }
    } else {
      json.field("shift", String?.none)
    }
    json.object("retention") { json in
      json.field("grr", review.retention.gross)
      json.field("nrr", review.retention.net)
      json.field("logo", review.retention.logo)
      json.field("cohort_accounts", review.retention.cohortAccounts)
      json.field("cohort_arr", review.retention.cohortARR)
      json.field("unavoidable_arr", review.retention.unavoidableARR)
      json.field("addressable", review.retention.addressable)
    }
    json.object("rows") { json in
      json.field("read", context.quality.rows.read)
      json.field("used", context.quality.rows.used)
      json.field("refused", context.quality.rows.refused)
      json.field("left_out", context.quality.rows.leftOut)
      json.field("cells_refused", context.quality.rows.cellsRefused)
    }
  }
}

private func write(_ forecast: RenewalForecast?, to json: inout JSONWriter) {
  guard let forecast else { return json.field("forecast", String?.none) }
  json.array("forecast") { json in
    for quarter in forecast.quarters {
      let said = quarter.expectation
      let isKnown = said.renewals.amount != nil
      json.object { json in
        json.field("quarter", quarter.quarter.description)
        json.field("accounts", said.renewals.count)
        json.field("arr", said.renewals.amount)
        json.field("expected", isKnown ? said.expected : nil)
        json.field("low", isKnown ? said.interval.lowerBound : nil)
        json.field("high", isKnown ? said.interval.upperBound : nil)
      }
    }
  }
}

private func write(_ segment: SegmentReview, to json: inout JSONWriter) {
  json.object { json in
    json.field("id", segment.segment.id)
    json.field("name", segment.segment.name)
    json.field("model", segment.model.id)
    json.field("accounts", segment.bands.total.count)
    json.field("arr", segment.bands.total.amount)
    write(segment.bands, to: &json)
  }
}

private func write(_ item: ListItem, of review: Review, to json: inout JSONWriter) {
  json.object { json in
    json.field("account", review.evidence.accounts[item.account].id.text)
    json.field("since", item.since.description)
    json.field("weeks", item.weeks)
    json.field("state", item.state.rawValue)
    json.field("overdue", item.isOverdue)
  }
}
