import Testing

@testable import BriefParsing

struct TextDecodingTests {
  /// A Belarusian title, its bytes in an encoding, and how the encoding is told.
  @Test(arguments: [
    ("windows-1251", [0xC1, 0xE5, 0xEB, 0xE0, 0xF0, 0xF3, 0xF1, 0xFC] as [UInt8]),
    ("koi8-r", [0xE2, 0xC5, 0xCC, 0xC1, 0xD2, 0xD5, 0xD3, 0xD8]),
    ("iso-8859-5", [0xB1, 0xD5, 0xDB, 0xD0, 0xE0, 0xE3, 0xE1, 0xEC]),
    ("cp866", [0x81, 0xA5, 0xAB, 0xA0, 0xE0, 0xE3, 0xE1, 0xEC]),
    ("UTF8", Array("Беларусь".utf8)),
  ])
  func `declaration and header both name the encoding`(label: String, bytes: [UInt8]) {
    let declared = Array("<?xml version='1.0' encoding='\(label)'?><title>".utf8) + bytes
    #expect(TextDecoding.decode(declared).text.hasSuffix("<title>Беларусь"))
    let stated = TextDecoding.decode(bytes, contentType: "text/xml; charset=\"\(label)\"")
    #expect(stated.text == "Беларусь")
    #expect(!stated.isMislabelled)
    #expect(
      TextDecoding.decode(
        Array("<meta charset=\(label)><p>".utf8) + bytes, declaration: .html
      ).text.hasSuffix("<p>Беларусь"))
  }

  @Test(arguments: [
    ([0xFE, 0xFF, 0x00, 0x3C, 0x04, 0x11] as [UInt8], "<Б"),
    ([0xFF, 0xFE, 0x3C, 0x00, 0x11, 0x04], "<Б"), ([0x00, 0x3C, 0x00, 0x3F], "<?"),
    ([0x3C, 0x00, 0x3F, 0x00], "<?"), ([0, 0, 0xFE, 0xFF, 0, 0, 0, 0x3C], "<"),
    ([0xFF, 0xFE, 0, 0, 0x3C, 0, 0, 0], "<"), ([0xEF, 0xBB, 0xBF, 0x3C], "<"),
    ([0xEF, 0xBB, 0xBF, 0xEF, 0xBB, 0xBF, 0x3C], "<"),
    ([0xFE, 0xFF, 0xD8, 0x3D, 0xDE, 0x00], "😀"),
    ([0xFE, 0xFF, 0xD8, 0x3D, 0x00, 0x41], "\u{FFFD}A"),
    ([0xFF, 0xFE, 0x41, 0x00, 0x42], "A"),
  ])
  func `marks and zero bytes tell wide encodings`(bytes: [UInt8], text: String) {
    #expect(TextDecoding.decode(bytes).text == text)
  }

  @Test(arguments: [
    ("<?xml encoding='utf-16'?><a>é", "<a>é"),
    ("<?xml encoding='iso-8859-1'?><a>Łódź i Gdańsk", "<a>Łódź i Gdańsk"),
    ("<?xml encoding='no-such'?><a>é", "<a>é"),
  ])
  func `a declaration that the bytes contradict is not believed`(document: String, end: String) {
    let decoded = TextDecoding.decode(Array(document.utf8))
    #expect(decoded.text.hasSuffix(end))
    #expect(decoded.isMislabelled)
  }

  @Test func `bytes that are no UTF-8 are read as what they look like`() {
    #expect(TextDecoding.decode(Array("caf".utf8) + [0xE9, 0x20, 0x96]).text == "café –")
    let cyrillic: [UInt8] = [0xC1, 0xE5, 0xEB, 0xE0, 0xF0, 0xF3, 0xF1, 0xFC]
    #expect(
      TextDecoding.decode(Array("<?xml encoding='utf-8'?>".utf8) + cyrillic).text.hasSuffix(
        "Беларусь"))
    let mostlyRight = Array("Ведамства замежных спраў".utf8) + [0xFF] + Array(" Беларусі".utf8)
    #expect(TextDecoding.decode(mostlyRight).text == "Ведамства замежных спраў\u{FFFD} Беларусі")
  }

  @Test func `a document in pieces reads as it does in one`() {
    let document = Array("<?xml version='1.0'?><a>Ведамства 😀 spraw zagranicznych</a>".utf8)
    for size in 1...7 {
      var decoder = TextDecoder(startingWith: document, contentType: nil, declaration: .xml)
      var text: [UInt8] = []
      for start in stride(from: 0, to: document.count, by: size) {
        let end = min(start + size, document.count)
        decoder.append(document[start..<end], isLast: end == document.count, into: &text)
      }
      #expect(text == document)
    }
  }

  @Test func `East Asian encodings are read by the C library`() {
    #expect(
      TextDecoding.decode([0xC4, 0xE3, 0xBA, 0xC3], contentType: "text/xml; charset=gb2312").text
        == "你好")
    #expect(
      TextDecoding.decode([0xC4, 0xFF, 0x41], contentType: "text/xml; charset=gb2312").text
        .contains("\u{FFFD}"))
  }
}
