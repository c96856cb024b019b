/** Seconds. */
export const CONNECT_WITHIN = 3;
export const ANSWER_WITHIN = 10;

/** Why a call failed, in words for its user. None tells of our network. */
export const FAILURES = {
  URL: 'not an https address with a host name, on port 443',
  NOT_PUBLIC: 'not a public address',
  NOT_FOUND: 'the host name was not found',
  NOT_REACHED: `no connection within ${CONNECT_WITHIN} seconds`,
  REFUSED: 'the connection was refused',
  CERTIFICATE: 'the certificate is not valid for this host',
  CLOSED: 'the connection ended before the answer',
  TOO_SLOW: `no complete answer within ${ANSWER_WITHIN} seconds`,
  NOT_HTTP: 'the answer is not valid HTTP',
} as const;

export type OutboundFailure = keyof typeof FAILURES;

/** A call that brought no answer. */
export class OutboundError extends Error {
  constructor(
    readonly failure: OutboundFailure,
    cause?: unknown,
  ) {
    super(FAILURES[failure], { cause });
  }
}

/** Of Node and undici. Codes of other beginnings are those of certificates. */
const CODES: Readonly<Record<string, OutboundFailure>> = {
  ECONNREFUSED: 'REFUSED',
  EHOSTUNREACH: 'NOT_REACHED',
  ENETUNREACH: 'NOT_REACHED',
  EADDRNOTAVAIL: 'NOT_REACHED',
  ETIMEDOUT: 'NOT_REACHED',
  UND_ERR_CONNECT_TIMEOUT: 'NOT_REACHED',
};

const CERTIFICATE = /^(CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|ERR_TLS_CERT_|HOSTNAME_MISMATCH|INVALID_)/;
/** Of undici. Its parser's error has a code for some mistakes only, but always its name. */
const HTTP = /^(HTTPParserError|UND_ERR_HEADERS_OVERFLOW|UND_ERR_RES)/;

/** Finds the failure in an error of a call. */
export function outboundError(error: unknown): OutboundError {
  if (error instanceof OutboundError) return error;
  return new OutboundError(failureOf(error), error);
}

function failureOf(error: unknown): OutboundFailure {
  if (!(error instanceof Error)) return 'CLOSED';
  if (error.name === 'TimeoutError') return 'TOO_SLOW';
  const code = 'code' in error ? String(error.code) : '';
  if (CODES[code]) return CODES[code];
  if (CERTIFICATE.test(code)) return 'CERTIFICATE';
  return HTTP.test(error.name) || HTTP.test(code) ? 'NOT_HTTP' : 'CLOSED';
}
