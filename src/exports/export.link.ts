import type { RequiredEntityData } from '@mikro-orm/postgresql';
import { inAuditedTransaction } from '../audit/audit.recorder.ts';
import { unauthenticated } from '../core/context/domain.error.ts';
import type { RequestContext } from '../core/context/request.context.ts';
import { currentTime } from '../core/database/database.clock.ts';
import { readById, type Row } from '../core/database/row.query.ts';
import { asPlatform, asPlatformFor, readerFor, signalOf } from '../core/database/tenancy.ts';
import { linkedId, linkSecret } from '../core/secrets/mailed.link.ts';
import { Language } from '../core/text/language.ts';
import type { ExportKind, StoredExport, Viewer } from './export.kind.ts';

/** Lifetime of a link in milliseconds. Running downloads continue. */
const LIFETIME = 5 * 60 * 1000;

type Requested<Stored> = Omit<RequiredEntityData<Stored>, 'language' | 'credential' | 'expiresAt'> & {
  language?: Language | null | undefined;
};

/** Returns a download link. The audit log records the requester and the list. */
export async function exportLink<Stored extends StoredExport, Item>(
  ctx: RequestContext,
  { entity, action, path, purpose }: ExportKind<Stored, Item>,
  requested: Requested<Stored>,
): Promise<{ url: string; expiresAt: Date }> {
  const { caller } = ctx;
  if (!caller) throw unauthenticated();
  const expiresAt = new Date(currentTime().getTime() + LIFETIME);
  const { credential } = caller;
  const values = { ...requested, language: requested.language ?? Language.EN, credential, expiresAt };
  // As the platform, because a tenant's role cannot store requests.
  const audited = { ...ctx, em: asPlatformFor(ctx) };
  const { id } = await inAuditedTransaction(audited, { [entity.name]: action }, async (em) =>
    em.create<Stored>(entity, values as unknown as RequiredEntityData<Stored>),
  );
  return { url: `${ctx.config.publicUrl}${path}?token=${linkSecret(ctx.secrets, purpose, id)}`, expiresAt };
}

interface Opened<Stored> {
  stored: Row<Stored>;
  viewer: Viewer;
}

/** Returns the request of a link and its viewer. Undefined if the link is not valid or has expired. */
export async function openLink<Stored extends StoredExport, Item>(
  { em, secrets }: Pick<RequestContext, 'em' | 'secrets'>,
  { entity, purpose }: ExportKind<Stored, Item>,
  token: string,
): Promise<Opened<Stored> | undefined> {
  const id = linkedId(secrets, purpose, token);
  // As the platform, because only the link identifies the request.
  const stored = id === undefined ? null : await readById(asPlatform(em), entity as new () => Stored, id);
  if (!stored || Date.parse(String(stored.expiresAt)) < currentTime().getTime()) return undefined;
  const { credential, resellerId } = stored;
  const caller =
    resellerId == null
      ? ({ role: 'ADMIN', credential } as const)
      : ({ role: 'PARTNER', credential, resellerId } as const);
  return { stored, viewer: { em, reader: readerFor({ em }, caller, signalOf(em)), caller } };
}
