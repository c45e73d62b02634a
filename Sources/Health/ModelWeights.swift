/// The weights of a model by themselves, so that others can be tried in their place.
struct ModelWeights: Sendable {
  /// In the order of the model.
  var dimensions: [Double]
  /// In the order of the model, dimension after dimension.
  var measures: [Double]

  init(_ model: Model) {
    dimensions = model.dimensions.map(\.weight)
    measures = model.dimensions.flatMap { $0.measures.map(\.weight) }
  }

  /// Every weight times a factor of its own, the dimensions' factors first.
  func scaled(by factors: some Sequence<Double>) -> ModelWeights {
    var scaled = self
    var factors = factors.makeIterator()
    for index in dimensions.indices { scaled.dimensions[index] *= factors.next() ?? 1 }
    for index in measures.indices { scaled.measures[index] *= factors.next() ?? 1 }
    return scaled
  }
}
