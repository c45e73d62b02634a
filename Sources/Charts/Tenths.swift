/// Points of 0–100 as whole tenths, 0–1000; not a number becomes 0.
func tenthsOfPoint(_ points: Double) -> Int {
  points.isNaN ? 0 : Int(min(max(points, 0), 100) * 10 + 0.5)
}
