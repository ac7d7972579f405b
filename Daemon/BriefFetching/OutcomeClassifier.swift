import CCurl

extension FetchOutcome {
  /// The table: our own reason to stop comes first, then libcurl's result, then the status.
  package init(_ end: TransferEnd) {
    if let stop = end.stop {
      self = Self.stopped(stop)
    } else if end.code != 0 {
      self = Self.failed(end.code)
    } else {
      self = Self.answered(end)
    }
  }

  private static func stopped(_ stop: StopReason) -> FetchOutcome {
    switch stop {
    case .cancelled, .shutDown: .cancelled
    case .address(let kind): .refused(.address(kind))
    case .url(let reason): .refused(reason)
    case .redirect(let trouble): .redirectTrouble(trouble)
    case .hostClosed(let seconds): .hostClosed(seconds: seconds)
    case .tooLarge(let part): .tooLarge(part)
    case .tooSlow(let phase): .tooSlow(phase)
    case .encoding(.tooLarge): .tooLarge(.body)
    case .encoding(.truncated): .incomplete
    case .encoding(let trouble): .damaged(trouble)
    case .crowded: .ours(.crowded)
    case .noSocket: .ours(.descriptors)
    case .unsendable: .ours(.credentials)
    case .setUp: .ours(.library)
    }
  }

  /// By the numbers of libcurl's `CURLcode`, which never change their meaning.
  private static func failed(_ code: Int32) -> FetchOutcome {
    switch CURLcode(rawValue: UInt32(bitPattern: code)) {
    case CURLE_COULDNT_RESOLVE_HOST: .nameNotFound
    case CURLE_COULDNT_RESOLVE_PROXY, CURLE_PROXY: .proxyTrouble
    case CURLE_COULDNT_CONNECT, CURLE_INTERFACE_FAILED: .notConnected
    case CURLE_OPERATION_TIMEDOUT: .tooSlow(.total)
    case CURLE_PARTIAL_FILE: .incomplete
    case CURLE_RECV_ERROR, CURLE_SEND_ERROR, CURLE_GOT_NOTHING, CURLE_READ_ERROR,
      CURLE_AGAIN, CURLE_SSL_SHUTDOWN_FAILED:
      .connectionLost
    case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_ISSUER_ERROR, CURLE_SSL_INVALIDCERTSTATUS,
      CURLE_SSL_PINNEDPUBKEYNOTMATCH:
      .security(.certificate)
    case CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CIPHER, CURLE_SSL_CERTPROBLEM, CURLE_USE_SSL_FAILED,
      CURLE_SSL_CLIENTCERT:
      .security(.handshake)
    case CURLE_WEIRD_SERVER_REPLY, CURLE_UNSUPPORTED_PROTOCOL, CURLE_HTTP2, CURLE_HTTP2_STREAM,
      CURLE_HTTP3, CURLE_QUIC_CONNECT_ERROR, CURLE_CHUNK_FAILED:
      .protocolTrouble
    case CURLE_BAD_CONTENT_ENCODING: .damaged(.corrupt)
    case CURLE_FILESIZE_EXCEEDED: .tooLarge(.transfer)
    case CURLE_URL_MALFORMAT: .refused(.malformed)
    case CURLE_LOGIN_DENIED, CURLE_AUTH_ERROR: .credentialsWanted(status: 401)
    case CURLE_OUT_OF_MEMORY: .ours(.memory)
    case CURLE_SSL_CACERT_BADFILE, CURLE_SSL_ENGINE_NOTFOUND, CURLE_SSL_ENGINE_SETFAILED,
      CURLE_SSL_ENGINE_INITFAILED, CURLE_SSL_CRL_BADFILE:
      .ours(.library)
    case CURLE_TOO_MANY_REDIRECTS: .redirectTrouble(.tooMany)
    default: .ours(.library)
    }
  }

  private static func answered(_ end: TransferEnd) -> FetchOutcome {
    switch end.status {
    case nil, 0: .protocolTrouble
    case 200, 203: .document
    case 304 where end.isConditional: .notModified
    case 301, 302, 303, 307, 308: .redirectTrouble(.noTarget)
    case 401, 407: .credentialsWanted(status: end.status ?? 401)
    // A temporary redirect says nothing of the address beyond this time (RFC 9110, 15.4.3).
    case 410 where end.wasSentAway: .clientError(status: 410)
    case 410: .gone
    case 429: .rateLimited(status: 429, retryAfter: end.retryAfter)
    case 503 where end.retryAfter != nil: .rateLimited(status: 503, retryAfter: end.retryAfter)
    case .some(let status) where (400...499).contains(status): .clientError(status: status)
    case .some(let status) where (500...599).contains(status): .serverTrouble(status: status)
    case .some(let status): .unexpectedStatus(status)
    }
  }
}
