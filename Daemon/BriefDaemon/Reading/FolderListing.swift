import BriefExtraction
import Foundation

/// The documents of a folder and of those below it. A link that leads out of the folder is not
/// followed, and said so.
struct FolderListing {
  struct File: Hashable {
    /// Below the folder, `2021/spotlight-83.pdf`.
    var name: String
    /// Absolute, all links resolved.
    var path: String
  }

  /// Why a folder could not be read, for people.
  struct Trouble: Error, Hashable {
    var code: String
    var sentence: String
  }

  /// A file that cannot be read, for people.
  struct Unreadable: Error, CustomStringConvertible {
    var description: String
  }

  /// In the order of their names.
  private(set) var files: [File] = []
  /// What could not be looked at, each a clause.
  private(set) var troubles: [String] = []
  private let root: String

  /// Documents of one folder: more are an archive, and go in with `import`.
  private static let mostFiles = 10_000
  /// Folders within folders.
  private static let deepest = 8
  private static let endings: Set<String> = [
    "txt", "text", "md", "markdown", "html", "htm", "xhtml", "pdf",
  ]

  init(root: String) throws(Trouble) {
    guard let path = Self.resolved(root) else {
      throw Trouble(
        code: "folder-missing",
        sentence: "The folder \(root) is not there, or this user may not look into it.")
    }
    self.root = path
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
      throw Trouble(
        code: "folder-unreadable",
        sentence: "The folder \(root) cannot be listed: give the daemon's user read permission.")
    }
    list(names, below: "", depth: 1)
    files.sort { $0.name < $1.name }
  }

  private mutating func list(_ names: [String], below folder: String, depth: Int) {
    // Hidden files and those of editors are nobody's publication.
    for name in names.sorted() where !name.hasPrefix(".") && !name.hasSuffix("~") {
      let relative = folder.isEmpty ? name : folder + "/" + name
      guard let path = Self.resolved(root + "/" + relative) else {
        troubles.append("\(relative): leads nowhere, or may not be looked at")
        continue
      }
      guard path.hasPrefix(root == "/" ? "/" : root + "/") else {
        troubles.append("\(relative): leads out of the folder")
        continue
      }
      var status = stat()
      guard lstat(path, &status) == 0 else {
        troubles.append("\(relative): cannot be looked at")
        continue
      }
      switch status.st_mode & S_IFMT {
      case S_IFDIR: descend(into: relative, path: path, depth: depth)
      case S_IFREG where Self.endings.contains(Self.ending(of: name)):
        guard files.count < Self.mostFiles else {
          if files.count == Self.mostFiles {
            troubles.append("\(relative): more than \(Self.mostFiles) documents")
          }
          return
        }
        files.append(File(name: relative, path: path))
      default: break
      }
    }
  }

  private mutating func descend(into relative: String, path: String, depth: Int) {
    guard depth < Self.deepest else {
      return troubles.append("\(relative): more than \(Self.deepest) folders deep")
    }
    // A link to a folder above would go round in circles; what it holds is listed anyway.
    guard path == root + "/" + relative else { return }
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
      return troubles.append("\(relative): cannot be listed")
    }
    list(names, below: relative, depth: depth + 1)
  }

  static func bytes(of file: File, limit: Int) throws(Unreadable) -> [UInt8] {
    // What was a file a moment ago may be a link or a pipe now.
    let descriptor = open(file.path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw Unreadable(description: String(cString: strerror(errno)))
    }
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    do {
      let data = try handle.read(upToCount: limit + 1) ?? Data()
      guard data.count <= limit else {
        throw Unreadable(description: "larger than \(limit >> 20) MiB")
      }
      return [UInt8](data)
    } catch let trouble as Unreadable {
      throw trouble
    } catch {
      throw Unreadable(description: error.localizedDescription)
    }
  }

  private static func resolved(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  private static func ending(of name: String) -> String {
    name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() } ?? ""
  }
}
