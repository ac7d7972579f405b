import BriefExtraction
import BriefModel
import BriefParsing

let readings = 4

/// HTML pages: reading ends, says the same twice, and gives nothing that a terminal acts on.
func examine(_ bytes: [UInt8]) {
  let address = "https://example.org/a/b"
  guard let page = try? PageReader.page(bytes: bytes, address: address) else { return }
  require(page == (try? PageReader.page(bytes: bytes, address: address)), "another page")
  check(page.title)
  check(page.summary)
  for section in page.body.sections {
    check(section.heading)
    check(section.text)
  }
  for text in page.authors + page.corrections { check(text) }
  for link in page.links {
    require(WebAddress(link.url)?.isWeb == true, "a link that is no web address")
    check(link.title)
  }
  guard let links = try? PageReader.feedLinks(bytes: bytes, address: address) else { return }
  for link in links { require(WebAddress(link.url)?.isWeb == true, "a feed elsewhere") }
  _ = try? PageReader.listingPage(bytes: bytes, address: address)
}

private func check(_ text: String?) {
  guard let text else { return }
  for scalar in text.unicodeScalars {
    let value = scalar.value
    require(value >= 0x20 || value == 0x0A || value == 0x09, "a control character")
    require(!(0x7F...0x9F).contains(value), "a C1 control character")
  }
}
