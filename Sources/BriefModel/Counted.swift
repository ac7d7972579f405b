/// `1 change`, `2 changes`, `100,000 changes`.
package func counted(_ number: Int, _ name: String, plural: String? = nil) -> String {
  "\(grouped(number)) \(number == 1 ? name : plural ?? name + "s")"
}

/// `100,000`.
package func grouped(_ number: Int) -> String {
  let digits = String(number.magnitude)
  var result = ""
  for (index, digit) in digits.enumerated() {
    if index > 0, (digits.count - index).isMultiple(of: 3) { result += "," }
    result.append(digit)
  }
  return number < 0 ? "-" + result : result
}
