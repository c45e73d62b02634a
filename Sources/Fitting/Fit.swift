import CNLopt

extension LogisticProblem {
  /// The maximum residual of a point that counts as the fit.
  ///
  /// Weights are in log odds per unit; with sub-scores as shares of 1, a slope of this size moves none of them by a
  /// hundredth.
  static let tolerance = 1e-7

  /// Finds the fit with NLopt's sequential quadratic programming (Kraft's SLSQP), and checks that it is one.
  ///
  /// - Throws: `FitFailure` when the optimiser stops at a point that does not meet the conditions of a minimum.
  public func fit() throws(FitFailure) -> LogisticFit {
    let count = width + 1
    guard let optimiser = unsafe nlopt_create(NLOPT_LD_SLSQP, UInt32(count)) else {
      throw FitFailure(reason: "there is no memory for the fit")
    }
    defer { unsafe nlopt_destroy(optimiser) }
    var point = [Double](repeating: 0, count: count)
    let bounds = [-Double.infinity] + [Double](repeating: 0, count: width)
    // The smallest tolerance for doubles; the check below decides whether it was enough.
    unsafe nlopt_set_xtol_rel(optimiser, 1e-13)
    unsafe nlopt_set_ftol_rel(optimiser, 1e-16)
    unsafe nlopt_set_maxeval(optimiser, 2000)
    let status = unsafe withUnsafePointer(to: self) { problem in
      let state = unsafe UnsafeMutableRawPointer(mutating: problem)
      let steps = [
        unsafe nlopt_set_lower_bounds(optimiser, bounds), unsafe nlopt_set_min_objective(optimiser, objective, state),
      ]
      if let refused = steps.first(where: { $0.rawValue < 0 }) { return refused }
      var least = 0.0
      return unsafe nlopt_optimize(optimiser, &point, &least)
    }
    // Rounding may end the search a step early, which is not a failure when the point is good.
    guard status.rawValue > 0 || status == NLOPT_ROUNDOFF_LIMITED else {
      throw FitFailure(reason: "the optimiser gave up with status \(status.rawValue)")
    }
    // A weight that would fall below 0 ends up a rounding error above it.
    for index in 1..<count where point[index] < Self.tolerance {
      var grounded = point
      grounded[index] = 0
      if residual(at: grounded) <= residual(at: point) { point = grounded }
    }
    let residual = residual(at: point)
    guard residual <= Self.tolerance else {
      throw FitFailure(reason: "the optimiser stopped \(residual) away from the least point")
    }
    return LogisticFit(intercept: point[0], weights: Array(point.dropFirst()), residual: residual)
  }

  /// The distance of a point from meeting the conditions of the minimum.
  func residual(at point: [Double]) -> Double {
    var slope = [Double](repeating: 0, count: point.count)
    var span = slope.mutableSpan
    _ = value(at: point.span, slope: &span)
    return slope.indices.reduce(0) { worst, index in
      max(worst, index > 0 && point[index] <= 0 ? max(0, -slope[index]) : abs(slope[index]))
    }
  }
}

/// The objective that NLopt evaluates at each step.
private func objective(
  count: UInt32, point: UnsafePointer<Double>?, slope: UnsafeMutablePointer<Double>?, state: UnsafeMutableRawPointer?
) -> Double {
  guard let point = unsafe point, let state = unsafe state else { return .nan }
  let problem = unsafe state.assumingMemoryBound(to: LogisticProblem.self).pointee
  let at = unsafe Span(_unsafeStart: point, count: Int(count))
  if let slope = unsafe slope {
    var span = unsafe MutableSpan(_unsafeStart: slope, count: Int(count))
    return problem.value(at: at, slope: &span)
  }
  var unused = [Double](repeating: 0, count: Int(count))
  var span = unused.mutableSpan
  return problem.value(at: at, slope: &span)
}
