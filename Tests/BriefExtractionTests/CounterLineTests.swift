import BriefModel
import Testing

@testable import BriefExtraction

/// Counters move with each visit: they are no content, in whatever element they stand.
struct CounterLineTests {
  static func text(_ line: String) throws -> String {
    let page = """
      <html><body><article><h1>Gas</h1>\(line)
      <p>Minsk and Moscow have signed the programme on a single gas market, which is to begin.</p>
      \(line)<p>Both prime ministers called it the most important step of the union in years.</p>
      </article></body></html>
      """
    return try PageReader.page(bytes: Array(page.utf8)).body.text
  }

  @Test(arguments: [
    "<p class=reading-time># min read</p>", "<p>Number of views: #</p>", "<p># comments</p>",
    "<p>Время чтения: # минут</p>", "<p>Просмотров: #</p>", "<p>Комментарии (#)</p>",
    "<p>Кількість переглядів: #</p>", "<p>Каментары: #</p>", "<p>Czas czytania: # min</p>",
    "<p>Liczba wyświetleń: #</p>", "<p>Lesezeit: # Minuten</p>", "<p>Skaitymo laikas: # min.</p>",
  ])
  func `a counter gives no text, whatever it counts to`(line: String) throws {
    let three = try Self.text(line.replacing("#", with: "3"))
    let many = try Self.text(line.replacing("#", with: "1,205"))
    #expect(three == many)
  }

  @Test(arguments: [
    "<p>In # the views of both sides differ.</p>", "<p>Only # comments came in.</p>",
  ])
  func `a sentence with such a word is text`(line: String) throws {
    let three = try Self.text(line.replacing("#", with: "3"))
    #expect(three.contains("3"))
  }
}
