import Glibc

/// East Asian encodings, through `iconv`. The only file of this module that calls C.
///
/// Only names of a fixed list come here, never a label of a document: the C library knows stateful
/// encodings that had faults of their own.
final class MultiByteDecoder {
  private let descriptor: iconv_t

  /// `nil` when the C library lacks the encoding.
  init?(name: String) {
    guard let opened = iconv_open("UTF-8", name), opened != iconv_t(bitPattern: -1) else {
      return nil
    }
    descriptor = opened
  }

  deinit { iconv_close(descriptor) }

  /// Returns how many bytes were taken; an unfinished character at the end is left for the next
  /// piece.
  func append(
    _ piece: ArraySlice<UInt8>, isLast: Bool, into text: inout [UInt8], replacements: inout Int
  ) -> Int {
    var bytes = Array(piece)
    var taken = 0
    var output = [UInt8](repeating: 0, count: 16_384)
    while taken < bytes.count {
      let (read, written, failure) = convert(&bytes, from: taken, into: &output)
      taken += read
      text.append(contentsOf: output[..<min(written, output.count)])
      if failure == EILSEQ || (failure == EINVAL && isLast) {
        replacements += 1
        text.append(scalar: "\u{FFFD}")
        taken += 1
      } else if failure == EINVAL {
        break
      }
    }
    return min(taken, bytes.count)
  }

  private func convert(
    _ bytes: inout [UInt8], from start: Int, into output: inout [UInt8]
  ) -> (read: Int, written: Int, failure: Int32) {
    bytes.withUnsafeMutableBytes { input in
      output.withUnsafeMutableBytes { output in
        var source = input.baseAddress.map { ($0 + start).assumingMemoryBound(to: CChar.self) }
        var sourceLeft = input.count - start
        var target = output.baseAddress?.assumingMemoryBound(to: CChar.self)
        var targetLeft = output.count
        let result = iconv(descriptor, &source, &sourceLeft, &target, &targetLeft)
        let failure = result == Int(bitPattern: UInt.max) ? errno : 0
        return (input.count - start - sourceLeft, output.count - targetLeft, failure)
      }
    }
  }
}
