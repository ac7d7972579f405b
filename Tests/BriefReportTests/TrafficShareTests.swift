import BriefModel
import Testing

@testable import BriefReport

struct TrafficShareTests {
  @Test(arguments: [
    (Int64(312), Int64(400), "312 (78%)"), (1, 3, "1 (33%)"), (0, 0, "-"),
    (.max, 1, "9,223,372,036,854,775,807 (100%)"), (.min, 1, "-9,223,372,036,854,775,808 (0%)"),
  ])
  func `a share is told of any two counts, damaged ones too`(
    part: Int64, whole: Int64, text: String
  ) {
    #expect(TrafficText.share(of: part, in: whole) == text)
  }
}
