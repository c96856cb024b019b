import { Readable } from 'node:stream';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { FastifyPluginAsync } from 'fastify';
import { databaseProblem } from '../core/database.problem.ts';
import { csvLine } from '../core/csv.ts';
import { DateTime } from '../core/date-time.scalar.ts';
import type { Row } from '../core/page.types.ts';
import type { Secrets } from '../core/secrets.ts';
import type { PartnerApplication } from './application.entity.ts';
import { CompanySize } from './application.enums.ts';
import { EXPORT_PATH, exportedApplications } from './export.service.ts';

interface Options {
  em: EntityManager;
  secrets: Secrets;
}

type Cell = string | null | undefined;

/** Times are kept by lists as PostgreSQL wrote them. */
const time = (moment: string | Date | null | undefined): Cell => moment && DateTime.serialize(moment);

/** By its name in the API: what is `1-10` in the database, a spreadsheet takes for a day in January. */
const sizeName = (size: CompanySize): Cell => Object.entries(CompanySize).find(([, value]) => value === size)?.[0];

/** The columns by their titles, in order. */
const COLUMNS: Record<string, (application: Row<PartnerApplication>) => Cell> = {
  id: ({ id }) => id,
  companyName: ({ companyName }) => companyName,
  contactName: ({ contactName }) => contactName,
  contactEmail: ({ contactEmail }) => contactEmail,
  contactPhone: ({ contactPhone }) => contactPhone,
  website: ({ website }) => website,
  partnershipType: ({ partnershipType }) => partnershipType,
  companySize: ({ companySize }) => sizeName(companySize),
  industry: ({ industry }) => industry,
  status: ({ status }) => status,
  createdAt: ({ createdAt }) => time(createdAt),
  updatedAt: ({ updatedAt }) => time(updatedAt),
  decidedAt: ({ decidedAt }) => time(decidedAt),
  withdrawnAt: ({ withdrawnAt }) => time(withdrawnAt),
  assigneeId: ({ assigneeId }) => assigneeId,
  motivation: ({ motivation }) => motivation,
  targetMarket: ({ targetMarket }) => targetMarket,
  currentSolutions: ({ currentSolutions }) => currentSolutions,
  additionalInformation: ({ additionalInformation }) => additionalInformation,
};

/** Spreadsheets take a file without it for one of their own alphabet. */
const BYTE_ORDER_MARK = '\ufeff';

/**
 * `GET /exports/applications?token=…`: what exportPartnerApplications has made the link for. As fast as it is taken; 404 where
 * the link is not ours, has expired, or whoever asked for it has signed out. Where it breaks off, so does the connection.
 */
export const exportEndpoints: FastifyPluginAsync<Options> = async (server, { em, secrets }) => {
  server.get<{ Querystring: { token?: unknown } }>(EXPORT_PATH, async ({ query: { token }, id: requestId }, reply) => {
    void reply.header('cache-control', 'no-store');
    const applications = await exportedApplications(em, secrets, String(token));
    const first = await applications?.next().catch(refusedToNobody);
    if (!applications || !first) {
      const message = 'This link is not good, or not good any more. Ask for a new one.';
      return reply.status(404).send({ errors: [{ message, extensions: { code: 'NOT_FOUND', requestId } }] });
    }
    const day = new Date().toISOString().slice(0, 10);
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="partner-applications-${day}.csv"`)
      .send(Readable.from(linesOf(first, applications)));
  });
};

/** Somebody who has signed out is told no more than anybody. */
function refusedToNobody(error: unknown): undefined {
  if (databaseProblem(error)?.code !== 'UNAUTHENTICATED') throw error;
}

async function* linesOf(
  first: IteratorResult<Row<PartnerApplication>[]>,
  others: AsyncIterable<Row<PartnerApplication>[]>,
): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvLine(Object.keys(COLUMNS));
  if (first.done) return;
  yield linesOfBatch(first.value);
  for await (const batch of others) yield linesOfBatch(batch);
}

const linesOfBatch = (applications: Row<PartnerApplication>[]): string =>
  applications.map((application) => csvLine(Object.values(COLUMNS).map((column) => column(application)))).join('');
