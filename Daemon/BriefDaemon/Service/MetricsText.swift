import BriefModel
import BriefStore
import BriefWriting
import Foundation

/// Counts in the text format of Prometheus (version 0.0.4). Label values are words of ours, so none
/// needs escaping, and no source's name stands here: a thousand time series help nobody.
enum MetricsText {
  private enum Kind: String { case counter, gauge }

  static func text(
    _ counts: ServiceCounts.Counts, _ summary: StoreSummary?, latency: DeliveryLatency? = nil,
    started: Timestamp
  ) -> String {
    var lines: [String] = []
    func add(_ name: String, _ kind: Kind, _ help: String, _ samples: [(String, Double)]) {
      lines += ["# HELP \(name) \(help)", "# TYPE \(name) \(kind.rawValue)"]
      lines += samples.map { "\(name)\($0.0) \(number($0.1))" }
    }
    let well = counts.sources.subtracting(counts.failing).subtracting(counts.paused)
      .subtracting(counts.retired)
    add(
      "brief_sync_sources", .gauge, "Sources by state.",
      [
        ("{state=\"ok\"}", Double(well.count)),
        ("{state=\"failing\"}", Double(counts.failing.subtracting(counts.retired).count)),
        ("{state=\"paused\"}", Double(counts.paused.count)),
        ("{state=\"retired\"}", Double(counts.retired.count)),
      ])
    add(
      "brief_sync_polls_total", .counter, "Polls by outcome.",
      [
        ("{outcome=\"not_modified\"}", Double(counts.notModified)),
        ("{outcome=\"failed\"}", Double(counts.failures)),
        ("{outcome=\"read\"}", Double(counts.polls - counts.notModified - counts.failures)),
      ])
    add(
      "brief_sync_changes_total", .counter, "Changes recorded by kind.",
      [
        ("{kind=\"added\"}", Double(counts.changes.added)),
        ("{kind=\"revised\"}", Double(counts.changes.revised)),
        ("{kind=\"withdrawn\"}", Double(counts.changes.withdrawn)),
        ("{kind=\"restored\"}", Double(counts.changes.restored)),
      ])
    add(
      "brief_sync_received_bytes_total", .counter, "Bytes received by polls.",
      [("", Double(counts.bytes))])
    add(
      "brief_sync_reloads_total", .counter, "Configurations taken over while running.",
      [("", Double(counts.reloads))])
    add(
      "brief_sync_log_lines_dropped_total", .counter, "Log lines that could not be written.",
      [("", Double(Log.dropped))])
    add(
      "brief_sync_store_readable", .gauge,
      "Whether the store could be read for this answer; what stands in it is missing here otherwise.",
      [("", summary == nil ? 0 : 1)])
    if let summary {
      add(
        "brief_sync_alerts", .gauge, "Alerts that are owed.",
        [
          ("{state=\"pending\"}", Double(summary.pendingAlerts)),
          ("{state=\"parked\"}", Double(summary.parkedAlerts)),
        ])
      add(
        "brief_sync_publications", .gauge, "Publications kept.",
        [("", Double(summary.publications))])
      add(
        "brief_sync_revision", .gauge, "The store's newest revision.",
        [("", Double(summary.revision.number))])
    }
    if let latency {
      add(
        "brief_sync_alert_latency_seconds", .gauge,
        "From a publication seen to its alert delivered, over the last day.",
        [
          ("{percentile=\"50\"}", Double(latency.p50)),
          ("{percentile=\"95\"}", Double(latency.p95)),
        ])
    }
    let usage = ProcessUsage.now()
    add(
      "process_cpu_seconds_total", .counter, "CPU time of user and system.",
      [("", usage.cpuSeconds)])
    add(
      "process_resident_memory_bytes", .gauge, "Resident memory.",
      [("", Double(usage.residentBytes))])
    add(
      "process_start_time_seconds", .gauge, "When the service began, in Unix time.",
      [("", Double(started.seconds))])
    add(
      "brief_sync_build", .gauge, "The program that runs.",
      [("{version=\"\(ProgramVersion.number)\"}", 1)])
    return lines.joined(separator: "\n") + "\n"
  }

  private static func number(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? String(Int64(value)) : String(value)
  }
}

/// What the kernel says of this process.
struct ProcessUsage: Hashable, Sendable {
  var cpuSeconds: Double
  var residentBytes: Int

  static func now() -> ProcessUsage {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
    // statm(5): the second number is resident pages.
    let statm = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)) ?? ""
    let fields = statm.split(separator: " ")
    let pages = fields.count > 1 ? Int(fields[1]) ?? 0 : 0
    return ProcessUsage(
      cpuSeconds: seconds(usage.ru_utime) + seconds(usage.ru_stime),
      residentBytes: pages * Int(getpagesize()))
  }
}
