import BriefAlerting
package import BriefConfiguration
import BriefFetching
import BriefModel
package import BriefStore
import BriefTopics
package import BriefWriting
import Foundation

/// All parts of the daemon, put together around one store.
package struct Assembly: Sendable {
  package let configuration: DaemonConfiguration
  package let writer: StoreWriter
  let context: RecordingContext
  let recorder: Recorder
  let engine: FetchEngine
  /// What the schedule tells the engine.
  let closed: ClosedHosts
  /// Counts what the engine is asked for.
  let meter: TrafficMeter
  let courier: Courier
  let dispatcher: OutboxDispatcher
  let remembered: RememberedSources
  let rememberedHosts: [HostRecord]
  let clock: any DaemonClock

  /// Opens the store for writing and makes it know the configured sources.
  package init(
    _ configuration: DaemonConfiguration, location: StoreLocation,
    clock: any DaemonClock = SystemClock()
  ) async throws {
    self.configuration = configuration
    self.clock = clock
    let process = ProcessInfo.processInfo
    writer = try StoreWriter(
      location, holder: "\(process.processName) (process \(process.processIdentifier))",
      newID: StoreID(rawValue: UUID().uuidString.lowercased()), now: clock.moment.wall)
    try await writer.configure(configuration.sources)
    remembered = RememberedSources(
      try await writer.rememberedRows(configuration.sources.count))
    rememberedHosts = try await writer.rememberedHosts()
    context = try Self.context(configuration)
    try await writer.begin(context)
    closed = ClosedHosts(now: { clock.moment.uptime })
    engine = try FetchEngine(
      limits: configuration.polling.fetchLimits,
      environment: FetchEnvironment(proxy: configuration.polling.proxy),
      closed: closed)
    meter = TrafficMeter(engine)
    recorder = Recorder(writer: writer, context: context, meter: meter)
    courier = Courier()
    dispatcher = await Self.dispatcher(
      configuration, writer: writer, courier: courier, clock: clock)
    // Reading a configuration of ten thousand sources leaves as much behind as polling them needs.
    ProcessMemory.letGo()
  }

  package func shutDown() async {
    courier.close()
    await engine.shutDown()
  }

  var requestPolicy: RequestPolicy {
    var policy = RequestPolicy(version: ProgramVersion.number, contact: configuration.contact)
    policy.totalTimeout = configuration.polling.timeout * 1_000
    policy.largestBody = configuration.polling.largestDocument
    return policy
  }

  /// What delivers to the channels of a configuration.
  func dispatcher(for configuration: DaemonConfiguration) async -> OutboxDispatcher {
    await Self.dispatcher(configuration, writer: writer, courier: courier, clock: clock)
  }

  private static func dispatcher(
    _ configuration: DaemonConfiguration, writer: StoreWriter, courier: Courier,
    clock: any DaemonClock
  ) async -> OutboxDispatcher {
    let channels = await AlertChannels(configuration.channels, courier: courier, clock: clock)
    let own = Dictionary(
      configuration.channels.map { ($0.id, $0.timing) }, uniquingKeysWith: { first, _ in first })
    return OutboxDispatcher(
      writer: writer, channels: channels.usable, off: channels.off,
      times: { channel in
        SendingTimes(
          of: channel, rules: configuration.rules, own: own[channel] ?? nil,
          offset: { ZoneOffsets.offset($0, $1) })
      }, clock: clock)
  }

  static func context(_ configuration: DaemonConfiguration) throws -> RecordingContext {
    let (tagger, refused) = try ActiveCatalogue.tagger(configuration.topicFolder)
    for trouble in refused {
      Log.write(.warning, "topic-file-refused", [("reason", trouble.description)])
    }
    var context = RecordingContext(
      rules: configuration.rules, withdrawalPolicy: configuration.withdrawal,
      catalogue: tagger.catalogueVersion, topics: tagger.topics,
      tag: { tagger.tagging(of: $0) },
      zoneOffset: { ZoneOffsets.offset($0, $1) },
      body: { try AlertRendering.body($0, store: $1, key: $2) })
    context.catalogueRecord = { tagger.record }
    context.changedTexts = { tagger.changedTexts(since: $0) }
    context.refusedTopics = Dictionary(
      refused.map { ($0.file, $0.description) }, uniquingKeysWith: { first, _ in first })
    return context
  }
}

extension Poller {
  init(
    _ assembly: Assembly, scheduling: SchedulingPolicy,
    onPulse: @escaping @Sendable () async -> Void = {},
    onPolled: @escaping @Sendable (PolledLine) async -> Void
  ) {
    self.init(
      followed: FollowedSources(assembly.configuration), remembered: assembly.remembered.take(),
      hosts: assembly.rememberedHosts, fetcher: assembly.meter, writer: assembly.writer,
      recorder: assembly.recorder, policy: assembly.requestPolicy, scheduling: scheduling,
      closed: assembly.closed, clock: assembly.clock, onPulse: onPulse, onPolled: onPolled)
  }
}
