import BriefModel
import Testing

@testable import BriefExtraction

struct ArticleAddressTests {
  @Test(arguments: [
    ("https://e.org/2021/11/08/a-brief", "2021-11-08", true),
    ("https://e.org/2021/11/a-brief", nil, true),
    ("https://e.org/2021/nov/8/a-brief", "2021-11-08", true),
    ("https://e.org/2021-11-08/brief", "2021-11-08", true),
    ("https://e.org/20211108/brief", "2021-11-08", true),
    ("https://e.org/2021/11/08/", "2021-11-08", false),
    ("https://e.org/2021/11/page/2", nil, false), ("https://e.org/2021/11/picture.jpg", nil, false),
    ("https://e.org/briefs/4711", nil, false), ("https://e.org/", nil, false),
  ])
  func `a date in an address marks an article`(url: String, date: String?, isDated: Bool) throws {
    let address = try #require(ArticleAddress(url: url))
    #expect(address.date?.description == date)
    #expect(address.isDated == isDated)
  }

  @Test func `names tell an article's address from an index's`() throws {
    func points(_ path: String) throws -> Int {
      try #require(ArticleAddress(url: "https://e.org\(path)")).points
    }
    #expect(try points("/briefs/gas-market-of-two-countries") > points("/briefs"))
    #expect(try points("/category/gas-market-of-two-countries") < 0)
    #expect(try points("/about") < 0)
    #expect(try points("/about-us") < 0)
    #expect(try points("/meet-the-team") < 0)
    #expect(try points("/p/story-about-gas") > 0)
    #expect(try points("/p/what-the-people-of-minsk-say") > 0)
    #expect(try points("/") < 0)
  }
}
