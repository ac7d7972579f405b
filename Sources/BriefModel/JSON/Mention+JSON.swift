extension DatedClaim {
  private enum PrintedKeys: String, CodingKey {
    case topic, kind, start, end, text, offset, field, passage
    case negated, hedged, superseded, postponed, proposed, unsettled, confidence
    case callingOff = "calling_off"
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: PrintedKeys.self)
    try container.encode(topic, forKey: .topic)
    try container.encode(kind, forKey: .kind)
    try container.encode(start, forKey: .start)
    try container.encode(end, forKey: .end)
    try container.encode(text, forKey: .text)
    try container.encode(offset, forKey: .offset)
    try container.encode(field, forKey: .field)
    try container.encode(passage, forKey: .passage)
    try container.encode(isNegated, forKey: .negated)
    try container.encode(isHedged, forKey: .hedged)
    try container.encode(isSuperseded, forKey: .superseded)
    if isPostponed { try container.encode(true, forKey: .postponed) }
    if isProposed { try container.encode(true, forKey: .proposed) }
    if isUnsettled { try container.encode(true, forKey: .unsettled) }
    if let callingOff { try container.encode(callingOff, forKey: .callingOff) }
    try container.encode(confidence, forKey: .confidence)
  }
}
