import BriefModel
import Foundation

/// An alert's body as the channels read it back: every member optional that a later version may
/// lack, so that an alert owed by an older program can still be sent.
struct AlertDocument: Decodable {
  var key: String
  var rule: String?
  var type: String
  var source: String?
  /// Of a notice that alerts were parked.
  var channel: String?
  var count: Int?
  var reason: String?
  /// Of what happened to a source: `failing`, `retired`, `recovered`, `silent`; of a date: `moved`,
  /// `overdue`, `silent`.
  var event: String?
  /// RFC 3339.
  var since: String?
  var changes: [ChangeDocument]?
  /// Of a date that moved, or became overdue or silent.
  var topic: String?
  var due: String?
  /// The day whose place it took.
  var from: String?
  var last: StatementDocument?
  /// Of a digest: what happened to sources.
  var events: [EventDocument]?
  /// Set for `change`, whose members stand at the top.
  var change: ChangeDocument?

  private enum CodingKeys: String, CodingKey {
    case key, rule, type, source, channel, count, reason, event, since, changes, events
    case topic, due, from, last
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    key = try container.decode(String.self, forKey: .key)
    rule = try container.decodeIfPresent(String.self, forKey: .rule)
    type = try container.decode(String.self, forKey: .type)
    source = try container.decodeIfPresent(String.self, forKey: .source)
    channel = try container.decodeIfPresent(String.self, forKey: .channel)
    count = try container.decodeIfPresent(Int.self, forKey: .count)
    reason = try container.decodeIfPresent(String.self, forKey: .reason)
    event = try container.decodeIfPresent(String.self, forKey: .event)
    since = try container.decodeIfPresent(String.self, forKey: .since)
    changes = try container.decodeIfPresent([ChangeDocument].self, forKey: .changes)
    events = try container.decodeIfPresent([EventDocument].self, forKey: .events)
    topic = try container.decodeIfPresent(String.self, forKey: .topic)
    due = try container.decodeIfPresent(String.self, forKey: .due)
    from = try container.decodeIfPresent(String.self, forKey: .from)
    last = try container.decodeIfPresent(StatementDocument.self, forKey: .last)
    change = type == "change" ? try ChangeDocument(from: decoder) : nil
  }

  /// `nil` when the text is no such document: an alert that can never be sent.
  init?(_ body: AlertBody) {
    guard let document = try? JSONDecoder().decode(Self.self, from: Data(body.text.utf8)) else {
      return nil
    }
    self = document
  }
}

/// A change as it stands in a body.
struct ChangeDocument: Decodable {
  var revision: Int64
  var time: String
  var kind: String
  var publication: PublicationDocument
  var version: Int?
  var silent: Bool?
  var classes: [String]?
  var differences: [Difference]?
  var topics: [String]?
  var claimsMoved: [ClaimMove]?
  /// RFC 3339.
  var published: String?
  var mentions: [PassageDocument]?

  private enum CodingKeys: String, CodingKey {
    case revision, time, kind, publication, version, silent, classes, differences, topics
    case published, mentions
    case claimsMoved = "claims_moved"
  }
}

/// A topic with words that speak of it.
struct PassageDocument: Decodable {
  var topic: String
  var passage: String
}

/// Who named a date, and in which words.
struct StatementDocument: Decodable {
  var said: String
  var publication: PublicationDocument
  var passage: String
}

struct EventDocument: Decodable {
  var source: String
  var event: String
  /// Set for a date.
  var topic: String?
}

struct PublicationDocument: Decodable {
  var id: String
  var source: String
  var title: String?
  var link: String?
  var series: String?
  var number: String?
}
