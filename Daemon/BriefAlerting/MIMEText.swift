import BriefModel
import Foundation

/// Encodings of text in mail.
enum MIMEText {
  /// Quoted-printable (RFC 2045, 6.7) in CR LF lines of at most 76 bytes. A dot at the start of a
  /// line is encoded too, so that no server and no client can take it for the end of the mail.
  static func quotedPrintable(_ lines: [String]) -> String {
    var out: [UInt8] = []
    for line in lines {
      var width = 0
      let bytes = Array(line.utf8)
      for (index, byte) in bytes.enumerated() {
        let isPlain =
          (byte >= 0x21 && byte <= 0x7E && byte != 0x3D && !(width == 0 && byte == 0x2E))
          || (byte == 0x20 && index + 1 < bytes.count)
        if width + (isPlain ? 1 : 3) > 75 {
          out.append(contentsOf: "=\r\n".utf8)
          width = 0
          // At the start of the new line the dot needs its encoding.
          if byte == 0x2E {
            out.append(contentsOf: "=2E".utf8)
            width = 3
            continue
          }
        }
        if isPlain {
          out.append(byte)
          width += 1
        } else {
          out.append(contentsOf: [0x3D, hexadecimal[Int(byte >> 4)], hexadecimal[Int(byte & 15)]])
          width += 3
        }
      }
      out.append(contentsOf: "\r\n".utf8)
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// A header field of free text: as it is when it is short ASCII, else in encoded words (RFC 2047)
  /// of at most 75 bytes, folded. Line breaks and other control characters become spaces.
  static func field(_ name: String, _ text: String) -> String {
    let safe = SafeText.line(text, limit: 900)
    let isPlain =
      safe.utf8.count + name.utf8.count < 74 && !safe.contains("=?")
      && safe.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
    guard !isPlain else { return "\(name): \(safe)\r\n" }
    // A line has up to 76 characters (RFC 2047, 2): a word's frame takes 12, the name stands before
    // the first one, a space before the others. Four characters of base64 are three bytes.
    var words: [String] = []
    var word: [UInt8] = []
    for scalar in safe.unicodeScalars {
      let bytes = Array(String(scalar).utf8)
      let room = (76 - 12 - (words.isEmpty ? name.utf8.count + 2 : 1)) / 4 * 3
      if word.count + bytes.count > room {
        words.append("=?UTF-8?B?\(base64(word))?=")
        word = []
      }
      word += bytes
    }
    words.append("=?UTF-8?B?\(base64(word))?=")
    return "\(name): \(words.joined(separator: "\r\n "))\r\n"
  }

  /// RFC 5322, 3.3.
  static func date(_ seconds: Int64) -> String {
    let day = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
    let second = seconds - day * 86_400
    let weekday = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"][Int(((day % 7) + 7) % 7)]
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    let date = CalendarDate(dayNumber: Int(clamping: day))
    let clock = [second / 3600, second / 60 % 60, second % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
    let month = months[min(max(date.month - 1, 0), 11)]
    return
      "\(weekday), \(date.day) \(month) \(date.year) \(clock.joined(separator: ":")) +0000"
  }

  private static func base64(_ bytes: [UInt8]) -> String {
    Data(bytes).base64EncodedString()
  }

  private static let hexadecimal = Array("0123456789ABCDEF".utf8)
}
