import { LockMode, type EntityManager } from '@mikro-orm/postgresql';
import { PartnerAccount } from './partner-account.entity.ts';

/** The name of a partner's account, for emails and password rules. */
export async function companyNameOf(em: EntityManager, resellerId: string): Promise<string> {
  const { companyName } = await em.findOneOrFail(PartnerAccount, { id: resellerId });
  return companyName;
}

/** Keeps the partner active until the transaction ends. */
export const holdPartner = (em: EntityManager, resellerId: string) =>
  em.findOneOrFail(PartnerAccount, { id: resellerId }, { lockMode: LockMode.PESSIMISTIC_READ });
