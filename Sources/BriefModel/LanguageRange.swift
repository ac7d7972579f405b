/// Which languages a tag of a question means: itself and all that begin with it (RFC 4647, 3.3.1), so that
/// `en` means `en-GB` too. Case says nothing (RFC 5646, 2.1.1).
package enum LanguageRange {
  package static func holds(_ range: String, for tag: String) -> Bool {
    let (range, tag) = (range.lowercased(), tag.lowercased())
    return tag == range || tag.hasPrefix(range + "-")
  }

  /// True for what begins with a language that has two letters, in the form of a tag: `pl`, `en-GB`, `sr-Latn`.
  package static func isLanguage(_ tag: String) -> Bool {
    let parts = tag.lowercased().split(separator: "-", omittingEmptySubsequences: false)
    guard let first = parts.first, codes.contains(first) else { return false }
    return parts.allSatisfy { part in
      (1...8).contains(part.utf8.count)
        && part.utf8.allSatisfy {
          (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
        }
    }
  }

  /// ISO 639-1.
  private static let codes = Set(
    """
    aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el \
    en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it \
    iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt \
    my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl \
    sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo \
    za zh zu
    """.split(separator: " "))
}
