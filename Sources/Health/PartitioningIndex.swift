extension RandomAccessCollection {
  /// Returns the first position from which on a condition holds, found by halving; `endIndex` where it holds nowhere.
  ///
  /// The elements must be in such an order that the condition, once true, stays true. Of [1, 3, 3, 7], the first
  /// position with a value of at least 3 is 1.
  public func partitioningIndex(where holds: (Element) -> Bool) -> Index {
    var low = startIndex
    var count = self.count
    while count > 0 {
      let half = count / 2
      let middle = index(low, offsetBy: half)
      if holds(self[middle]) {
        count = half
      } else {
        low = index(after: middle)
        count -= half + 1
      }
    }
    return low
  }
}
