/// Time zones as feeds name them.
enum DateZone {
  /// Seconds east of Greenwich; `nil` for a name that is none.
  ///
  /// RFC 822, 5.1 has the North American names; the others are what programs print. `CST` and `IST`
  /// mean several things: the RFC decides the first, India the second.
  static func offset(named name: String) -> Int64? { offsets[name].map { $0 * 60 } }

  /// Minutes.
  private static let offsets: [String: Int64] = [
    "z": 0, "ut": 0, "utc": 0, "gmt": 0, "wet": 0, "zulu": 0, "west": 60, "bst": 60, "cet": 60,
    "met": 60, "mez": 60, "cest": 120, "mest": 120, "mesz": 120, "eet": 120, "eest": 180,
    "msk": 180,
    "мск": 180, "trt": 180, "msd": 240, "ist": 330, "jst": 540, "kst": 540, "aest": 600,
    "aedt": 660, "nzst": 720, "nzdt": 780, "hkt": 480, "sgt": 480, "ast": -240, "adt": -180,
    "at": -240, "est": -300, "edt": -240, "et": -300, "cst": -360, "cdt": -300, "ct": -360,
    "mst": -420, "mdt": -360, "mt": -420, "pst": -480, "pdt": -420, "pt": -480, "akst": -540,
    "akdt": -480, "hst": -600, "nst": -210, "ndt": -150, "brt": -180, "art": -180, "a": -60,
    "n": 60, "m": -720, "y": 720,
  ]
}
