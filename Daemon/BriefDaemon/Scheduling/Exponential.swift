/// e to the minus `x`, without a C library: exact to 1e-9 for x in 0...700, 1 below, 0 above.
///
/// x = n ln 2 + r with |r| <= ln 2 / 2; 2^-n is an exponent field, e^-r a Taylor polynomial.
func decay(_ x: Double) -> Double {
  guard x > 0 else { return 1 }
  guard x < 700 else { return 0 }
  let n = (x * 1.442_695_040_888_963_4).rounded()
  let r = n * 0.693_147_180_559_945_3 - x
  let series =
    1 + r
    * (1 + r
      * (0.5 + r
        * (1.0 / 6 + r
          * (1.0 / 24 + r
            * (1.0 / 120
              + r * (1.0 / 720 + r * (1.0 / 5040 + r / 40_320)))))))
  return Double(sign: .plus, exponent: -Int(n), significand: series)
}
