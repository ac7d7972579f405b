/// The topic catalogue as it is shipped: bytes of `topics.json`, which `BriefTopics` reads.
///
/// A module of its own because the compiler takes long over embedded bytes, and they change seldom.
package enum ShippedFile {
  package static var topics: [UInt8] { PackageResources.topics_json }
}
