package import BriefModel

/// One poll's request.
package struct FeedRequest: Hashable, Sendable {
  /// Absolute, http or https.
  package var url: String
  /// From the store; empty for an unconditional request.
  package var validators: Validators
  /// The address that gave them (RFC 9110, 8.8: they tell versions of one resource apart): no other
  /// is told of them. `nil`: they go wherever a redirect leads.
  package var validatedURL: String?
  /// Sent to every host that a redirect leads to: nothing secret.
  package var fields: [HeaderField]
  /// Sent to the origin of `url` alone.
  package var credentials: Credentials?
  /// True when the source may live on loopback or a private network.
  package var allowsPrivateAddresses: Bool
  package var policy: RequestPolicy

  package init(
    url: String, validators: Validators = Validators(), validatedURL: String? = nil,
    fields: [HeaderField] = [],
    credentials: Credentials? = nil, allowsPrivateAddresses: Bool = false,
    policy: RequestPolicy = RequestPolicy()
  ) {
    self.url = url
    self.validators = validators
    self.validatedURL = validatedURL
    self.fields = fields
    self.credentials = credentials
    self.allowsPrivateAddresses = allowsPrivateAddresses
    self.policy = policy
  }
}
