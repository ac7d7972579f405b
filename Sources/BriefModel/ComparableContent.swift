extension Content {
  /// The content as far as a difference in it makes a new version: white space, typographic
  /// variants and the division into sections are forgiven, tracking parameters of enclosures
  /// dropped.
  ///
  /// Two contents are the same exactly when these are equal; a ``VersionID`` is the digest of this
  /// form.
  public var comparable: Content {
    var content = self
    content.title = title.map(ContentNormalisation.comparable)
    content.authors = authors.map(ContentNormalisation.comparable)
    content.number = number.map(ContentNormalisation.comparable)
    content.body = body.map { Body(text: ContentNormalisation.comparable($0.text)) }
    content.enclosures = enclosures.map {
      var enclosure = $0
      enclosure.url = ContentNormalisation.comparableLink(enclosure.url)
      return enclosure
    }
    return content
  }
}
