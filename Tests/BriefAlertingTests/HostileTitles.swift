/// Titles that want to be more than titles: one row for each trick.
enum HostileTitles {
  static let all: [String] = [
    "a\r\nBcc: victim@example.org", "a\nSubject: other", "a\rX: y", "a\r\n\r\nbody",
    "a\r\n.\r\nQUIT",
    "a\u{0}b", "\u{1B}[2J\u{1B}[31mred", "\u{1B}]0;title\u{7}", "\u{9B}31m", "a\u{8}\u{8}\u{7F}b",
    "\u{202E}gnp.exe", "\u{2066}a\u{2069}\u{200F}", "a\u{FEFF}bom\u{200B}", "a\u{2028}b\u{2029}c",
    "\u{E0041}\u{E007F}tag", "a\u{85}b", "\"quoted\" 'single' `back`", "$(x) ${HOME} `id`", "-rf /",
    "--help", "; rm -rf /", "| cat", "a & b > c < d", "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>", "</b></p><a href=javascript:x>", "&lt;&amp;",
    "@everyone @here @all",
    "<!channel> <@U123>", "*bold* _it_ ~s~ [x](http://evil.example)", "```code```",
    "# heading\n- list",
    "=?UTF-8?B?QQ==?=", "%s%n%00", "\\", "\\\"", "key=value other=\"x\"", "<5>priority",
    "{\"a\":1}",
    String(repeating: "A", count: 1 << 20), String(repeating: "ż", count: 1 << 19),
    String(repeating: "\r\n", count: 1 << 16), String(repeating: "e\u{301}", count: 100_000), "",
    " ", "\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}",
  ]
}
