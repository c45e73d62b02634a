import Review
import Testing

@Suite struct AmountSumTests {
  @Test func `a sum of amounts of which some are unknown is at least the known ones`() {
    let sum = AmountSum([75_000, nil, 18_000])
    #expect(sum.count == 3 && sum.unknown == 1 && sum.known == 93_000)
    #expect(sum.amount == 93_000 && !sum.isComplete)
  }

  @Test func `a sum of nothing but unknown amounts is unknown, and a sum of no amounts is zero`() {
    #expect(AmountSum([nil, nil]).amount == nil)
    #expect(AmountSum([nil, nil]).known == 0)
    #expect(AmountSum([]).amount == 0 && AmountSum([]).isComplete)
    #expect(AmountSum([0, nil]).amount == 0 && !AmountSum([0, nil]).isComplete)
  }

  @Test func `two sums add up with what is unknown in both`() {
    let sum = AmountSum([nil, 5]) + AmountSum([nil]) + AmountSum([])
    #expect(sum == AmountSum(count: 3, unknown: 2, known: 5))
  }

  @Test func `a share is one of the known amounts, and absent where there is nothing to divide`() {
    // 25 of 100 known, however many more there are
    #expect(AmountSum([25, nil]).share(of: AmountSum([25, 75, nil, nil])) == 0.25)
    #expect(AmountSum([]).share(of: AmountSum([80])) == 0)
    #expect(AmountSum([nil]).share(of: AmountSum([80, nil])) == nil)
    #expect(AmountSum([]).share(of: AmountSum([nil])) == nil)
    #expect(AmountSum([]).share(of: AmountSum([])) == nil)
  }
}
