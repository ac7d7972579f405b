/// A small PDF made from lines of type at given places: enough of PDF 1.4 for a page of Helvetica.
package struct PrintedPDF: Sendable {
  package struct Line: Sendable {
    var x: Double
    /// From the foot of the page.
    var y: Double
    var size: Double
    /// ASCII without brackets and backslashes.
    var text: String

    package init(x: Double, y: Double, size: Double, text: String) {
      (self.x, self.y, self.size, self.text) = (x, y, size, text)
    }
  }

  package var pages: [[Line]]

  package init(pages: [[Line]]) { self.pages = pages }

  /// A page of A4 in points: 595 wide, 842 high.
  package var bytes: [UInt8] {
    var objects: [String] = []
    let kids = pages.indices.map { "\(4 + 2 * $0) 0 R" }.joined(separator: " ")
    objects.append("<< /Type /Catalog /Pages 2 0 R >>")
    objects.append("<< /Type /Pages /Kids [\(kids)] /Count \(pages.count) >>")
    objects.append("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    for (index, lines) in pages.enumerated() {
      objects.append(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> "
          + "/Contents \(5 + 2 * index) 0 R >>")
      let stream = lines.map {
        "BT /F1 \($0.size) Tf \($0.x) \($0.y) Td (\($0.text)) Tj ET"
      }.joined(separator: "\n")
      objects.append("<< /Length \(stream.utf8.count) >>\nstream\n\(stream)\nendstream")
    }
    return Self.file(of: objects)
  }

  private static func file(of objects: [String]) -> [UInt8] {
    var text = "%PDF-1.4\n"
    var offsets: [Int] = []
    for (index, object) in objects.enumerated() {
      offsets.append(text.utf8.count)
      text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = text.utf8.count
    text += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for offset in offsets {
      let digits = String(offset)
      text += String(repeating: "0", count: 10 - digits.utf8.count) + digits + " 00000 n \n"
    }
    text += "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n"
    return Array(text.utf8)
  }
}
