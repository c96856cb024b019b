import type { IncomingHttpHeaders } from 'node:http';
import type { MikroORM } from '@mikro-orm/postgresql';
import type { FastifyBaseLogger } from 'fastify';
import type { Config } from '../../config.ts';
import { brief } from '../../core/context/log.options.ts';
import type { Caller, Outcome, RequestContext } from '../../core/context/request.context.ts';
import { forkFor, readerFor } from '../../core/database/tenancy.ts';
import type { JobQueue } from '../../core/jobs/job.queue.ts';
import { addressOf } from '../../core/limits/rate.identity.ts';
import type { Secrets } from '../../core/secrets/secrets.ts';
import type { Outbound } from '../../core/outbound/outbound.ts';
import { currentWork, type Work } from '../../core/telemetry/work.ts';
import { languageOf } from '../../core/text/language.ts';
import type { RequestParts, Served } from '../../feature.ts';

export interface ContextParts {
  config: Config;
  orm: MikroORM;
  jobs: JobQueue;
  limits: RequestContext['limits'];
  secrets: Secrets;
  outbound: Outbound;
}

/** A request, whichever way it takes. */
export interface Received {
  id: string;
  work: Work;
  headers: IncomingHttpHeaders;
  /** Address of the client, as it or its proxy wrote it. */
  ip: string;
  /** Aborted when the time of the request is over. */
  signal: AbortSignal | undefined;
  /** A logger with the request's ID. */
  log: () => FastifyBaseLogger;
  noteOutcome: (outcome: Outcome) => void;
  /** Replaces the response's `Set-Cookie` header. */
  sendCookie: (cookie: string) => void;
}

export class Contexts {
  readonly #made: RequestParts;

  constructor(
    private readonly parts: ContextParts,
    private readonly served: readonly Served[],
  ) {
    this.#made = requestPartsOf(served);
  }

  /** @throws DomainError, or an error of the database, if an API key cannot be looked up or is not allowed from here */
  callerOf({ headers, ip }: Pick<Received, 'headers' | 'ip'>): Promise<Caller | undefined> {
    return this.#made.authenticate(headers.authorization, addressOf(ip));
  }

  contextOf(
    { id, work, headers, ip, signal, log, noteOutcome, sendCookie }: Received,
    caller: Caller | undefined,
  ): RequestContext {
    const { config, orm, jobs, limits, secrets, outbound } = this.parts;
    const { refreshCookie, signAccessToken, signClientAccess, verifyIdentity } = this.#made;
    let em: RequestContext['em'] | undefined;
    const context: RequestContext = {
      requestId: id,
      address: addressOf(ip),
      userAgent: headers['user-agent'],
      get language() {
        return languageOf(headers['accept-language']);
      },
      caller,
      refreshCookie: refreshCookie(headers.cookie, sendCookie),
      signAccessToken,
      signClientAccess,
      verifyIdentity,
      secrets,
      outbound,
      reader: readerFor(orm, caller, signal, work),
      get em() {
        if (em) return em;
        currentWork.enterWith(work); // its statements ask for it
        return (em = forkFor(orm, caller, signal));
      },
      limits,
      jobs,
      config,
      get log() {
        return log(); // most requests need none
      },
      answered: (operationName, errors) => {
        const outcome = errors[0] ? String(errors[0].extensions?.['code']) : 'ok';
        noteOutcome({ operation: brief(operationName) ?? null, role: caller?.role ?? 'ANONYMOUS', outcome });
        for (const { answered } of this.served) answered?.(context, errors);
      },
    };
    return context;
  }
}

/** @throws Error unless exactly one feature provides each part */
function requestPartsOf(served: readonly Served[]): RequestParts {
  const makerOf = <Name extends keyof RequestParts>(name: Name): RequestParts[Name] => {
    const [maker, another] = served.flatMap((each) => each[name] ?? []);
    if (!maker || another) throw new Error(`Exactly one feature must provide ${name}.`);
    return maker as RequestParts[Name];
  };
  return {
    authenticate: makerOf('authenticate'),
    refreshCookie: makerOf('refreshCookie'),
    signAccessToken: makerOf('signAccessToken'),
    signClientAccess: makerOf('signClientAccess'),
    verifyIdentity: makerOf('verifyIdentity'),
  };
}
