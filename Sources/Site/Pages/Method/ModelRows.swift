import Charts
import Health
import Review

/// All models as one table: what is the same in several stands once, with a share for each.
struct ModelRows: Composer {
  let tell: Telling

  /// A measure as one model reads it.
  private struct Use {
    let model: Int
    let definition: MeasureDefinition
    let share: Double
  }

  func models(serving: [Int]) -> [ModelView] {
    let all = review.models.all
    return zip(all, serving).map { model, serving in
      ModelView(
        name: name(of: model),
        head: all.count == 1 ? words(.shareOfScore) : words(.shareIn, ["model": name(of: model)]),
        serves: words.count(.activeAccounts, serving),
        bands: words(
          .bandRule,
          [
            "green": String(model.bands.green), "yellow": String(model.bands.yellow),
            "coverage": formats.percent(model.coverageFloor),
          ]))
    }
  }

  /// The dimensions that count in any model, in the order of the first that has them.
  func dimensions(on page: inout PageBuilder) -> [ModelDimension] {
    var order: [String] = []
    var uses: [String: [Use]] = [:]
    for (index, model) in review.models.all.enumerated() {
      var shares = model.weightShares[...]
      for dimension in model.dimensions {
        if !order.contains(dimension.id) { order.append(dimension.id) }
        for definition in dimension.measures {
          guard let share = shares.popFirst(), share.weight > 0 else { continue }
          uses[dimension.id, default: []].append(Use(model: index, definition: definition, share: share.weight))
        }
      }
    }
    return order.compactMap { id in
      guard let own = uses[id] else { return nil }
      return ModelDimension(label: label(id), shares: shares(own), measures: measures(own, on: &page))
    }
  }

  /// The share of some uses in each model.
  private func shares(_ uses: [Use]) -> [String] {
    review.models.all.indices.map { model in
      formats.percent(uses.reduce(0) { $0 + ($1.model == model ? $1.share : 0) }, decimals: 1)
    }
  }

  /// A row for each way in which a measure is read, those of one measure together.
  private func measures(_ uses: [Use], on page: inout PageBuilder) -> [ModelMeasure] {
    var ways: [[Use]] = []
    for use in uses {
      if let same = ways.firstIndex(where: { $0[0].definition.isRead(like: use.definition) }) {
        ways[same].append(use)
      } else if let key = ways.lastIndex(where: { $0[0].definition.key == use.definition.key }) {
        ways.insert([use], at: key + 1)
      } else {
        ways.append([use])
      }
    }
    return ways.map { way in
      let definition = way[0].definition
      let curve = curveWords(definition)
      return ModelMeasure(
        label: label(definition.key), shares: shares(way), reads: reads(definition),
        drawing: page.add(CurveLine(definition.curve, title: curve)), curve: curve,
        absence: words.code(.absence, definition.whenAbsent.rawValue))
    }
  }

  private func reads(_ measure: MeasureDefinition) -> String {
    var of = label(measure.of)
    if let per = measure.per { of = words(.per, ["of": of, "per": label(per)]) }
    return words(
      Self.readingPhrases[measure.reading] ?? .readLatest,
      ["of": of, "window": String(measure.window), "baseline": String(measure.baseline)])
  }

  /// `60 at 0, 100 at 1, 0 at 15 per 100 seats`.
  private func curveWords(_ measure: MeasureDefinition) -> String {
    let points = measure.curve.points
    return points.enumerated().map { index, point in
      words(
        .curvePoint,
        [
          "x": index < points.count - 1
            ? measures.withoutUnit(point.x, of: measure) : measures.text(point.x, of: measure),
          "score": formats.value(point.score),
        ])
    }.joined(separator: words(.curveSeparator))
  }

  private static let readingPhrases: [Reading: Phrase] = [
    .latest: .readLatest, .mean: .readMean, .sum: .readSum, .change: .readChange,
    .rhythm: .readRhythm, .peers: .readPeers,
  ]

  /// The caps, each with the models that have it.
  var caps: [CapView] {
    var rows: [(cap: Cap, model: Model, names: [String])] = []
    for model in review.models.all {
      for cap in model.caps {
        if let same = rows.firstIndex(where: { $0.cap == cap }) {
          rows[same].names.append(name(of: model))
        } else {
          rows.append((cap, model, [name(of: model)]))
        }
      }
    }
    return rows.map { row in
      CapView(
        rule: measures.rule(of: row.cap, in: row.model), band: words.code(.band, row.cap.band.rawValue),
        why: row.cap.why, models: row.names.joined(separator: ", "))
    }
  }
}

extension MeasureDefinition {
  /// Whether both are the same but for their weights.
  fileprivate func isRead(like other: MeasureDefinition) -> Bool {
    var equal = other
    equal.weight = weight
    return self == equal
  }
}
