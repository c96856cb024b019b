import { LockMode, type EntityManager } from '@mikro-orm/postgresql';
import { inAuditedTransaction } from '../audit/audit.recorder.ts';
import { invalidInput, rateLimited, unauthenticated } from '../core/context/domain.error.ts';
import type { RequestContext } from '../core/context/request.context.ts';
import { currentTime } from '../core/database/database.clock.ts';
import { loadById, requireVersion } from '../core/database/entity.lookup.ts';
import { asPlatformFor, tenantOf } from '../core/database/tenancy.ts';
import { PartnerAccount } from '../tenants/partner-account.entity.ts';
import { CompanyChange, CompanyChangeStatus } from './company-change.entity.ts';
import { countryName } from './company.countries.ts';
import { detailsOf, differences, FREE, REVIEWED, withWanted, type CompanyDetails } from './company.details.ts';
import type { UpdateCompanyArgs, UpdateCompanyInput } from './company.inputs.ts';
import { tellOfRequest } from './company.notices.ts';
import { companyIn, readCompany } from './company.state.ts';
import { normalTaxId, taxIdProblem } from './company.tax-id.ts';
import type { Company } from './company.types.ts';

/** Requests of one partner, because each emails the owners and our team. */
const MOST_A_DAY = 10;
const DAY_MS = 24 * 60 * 60 * 1_000;

const ACTIONS = {
  PartnerAccount: 'partner.company_changed',
  CompanyChange: { create: 'company.change_requested', update: 'company.change_withdrawn' },
} as const;

export const getCompany = (ctx: RequestContext): Promise<Company> => readCompany(ctx.reader, tenantOf(ctx));

/**
 * Changes the free fields, and requests a change of the others, which replaces the pending one. Throws BAD_USER_INPUT
 * for a tax ID that does not fit the country, CONFLICT (STALE_VERSION), and RATE_LIMITED.
 */
export function updateCompany(ctx: RequestContext, { input, expectedVersion }: UpdateCompanyArgs): Promise<Company> {
  const resellerId = tenantOf(ctx);
  // As the platform, because partners write neither their account nor emails, and must not approve their own change.
  return inAuditedTransaction({ ...ctx, em: asPlatformFor(ctx) }, ACTIONS, async (em) => {
    const account = await loadById(em, PartnerAccount, resellerId, LockMode.PESSIMISTIC_WRITE);
    requireVersion(await companyIn(em, resellerId), expectedVersion);
    for (const name of FREE) if (input[name] !== undefined) account[name] = input[name];
    await requestChange(ctx, em, account, input);
    await em.flush();
    return companyIn(em, resellerId);
  });
}

async function requestChange(
  ctx: RequestContext,
  em: EntityManager,
  account: PartnerAccount,
  input: UpdateCompanyInput,
): Promise<void> {
  if (REVIEWED.every((name) => input[name] === undefined)) return;
  const pending = await pendingOf(em, account.id);
  const before = detailsOf(account);
  const after = fitting(withWanted(pending ? stillWanted(before, pending) : before, input));
  if (pending && differences(pending.after, after).length === 0) return;
  pending?.withdraw();
  // Before the new one, because a partner has one pending change.
  await em.flush();
  if (differences(before, after).length === 0) return;
  await addChange(ctx, em, { account, before, after });
}

interface NewChange {
  account: PartnerAccount;
  before: CompanyDetails;
  after: CompanyDetails;
}

async function addChange(ctx: RequestContext, em: EntityManager, { account, before, after }: NewChange): Promise<void> {
  const { caller } = ctx;
  if (!caller) throw unauthenticated();
  await countRequest(em, account.id);
  const { id: resellerId } = account;
  const change = em.create(CompanyChange, { resellerId, before, after, requestedBy: caller.userId });
  await tellOfRequest(ctx, em, change);
}

/** The account as it would be after the pending change. */
const stillWanted = (now: CompanyDetails, { before, after }: CompanyChange): CompanyDetails =>
  withWanted(now, Object.fromEntries(differences(before, after).map((name) => [name, after[name]])));

/** With the tax ID as its country writes it. */
function fitting(details: CompanyDetails): CompanyDetails {
  const { vatId, countryCode } = details;
  if (vatId === null) return details;
  const taxId = normalTaxId(vatId, countryCode);
  const problem = taxIdProblem(taxId, countryCode);
  if (!problem) return { ...details, vatId: taxId };
  const { example } = problem;
  const of = countryCode === null ? '' : ` of ${countryName(countryCode)}`;
  const message = `must be a tax ID${of}, such as ${example}`;
  throw invalidInput([{ path: 'input.vatId', message, rule: 'TAX_ID', params: { example } }]);
}

/** Under the account's lock, so that simultaneous requests are counted too. */
async function countRequest(em: EntityManager, resellerId: string): Promise<void> {
  const since = new Date(currentTime().getTime() - DAY_MS);
  const recent = await em.find(
    CompanyChange,
    { resellerId, createdAt: { $gt: since } },
    { fields: ['createdAt'], orderBy: { createdAt: 'asc' }, limit: MOST_A_DAY },
  );
  const [oldest] = recent;
  if (oldest && recent.length >= MOST_A_DAY) throw rateLimited(oldest.createdAt.getTime() - since.getTime());
}

const pendingOf = (em: EntityManager, resellerId: string): Promise<CompanyChange | null> =>
  em.findOne(CompanyChange, { resellerId, status: CompanyChangeStatus.PENDING });

/** Throws NOT_FOUND, and CONFLICT (COMPANY_CHANGE_STATUS) if it is decided or withdrawn. */
export function withdrawChange(ctx: RequestContext, { id }: { id: string }): Promise<Company> {
  const resellerId = tenantOf(ctx);
  // As the platform, because a partner that could write a status could approve its own change.
  return inAuditedTransaction({ ...ctx, em: asPlatformFor(ctx) }, ACTIONS, async (em) => {
    await loadById(em, PartnerAccount, resellerId, LockMode.PESSIMISTIC_WRITE);
    const change = await loadById(em, CompanyChange, id, LockMode.PESSIMISTIC_WRITE);
    change.withdraw();
    await em.flush();
    return companyIn(em, resellerId);
  });
}
