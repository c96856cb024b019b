import { LockMode, raw, type EntityManager } from '@mikro-orm/postgresql';
import { mailboxOf, tidyAddress } from '../../core/text/mailbox.ts';
import { User } from './user.entity.ts';

/**
 * The active users whose mailbox an address reaches, with their password hashes: none or one, except for users who share a mailbox
 * since a rule of mailbox.ts changed. The one with this very address comes first. Write to `user.email` only, never to the address that
 * was typed: two addresses that look like one mailbox to us may be two to their mail server.
 */
export async function usersAt(em: EntityManager, typed: string): Promise<User[]> {
  const address = tidyAddress(typed);
  const users = await em.find(
    User,
    { [raw('coalesce(mailbox, email)')]: { $in: [mailboxOf(address), address, typed] }, isActive: true },
    { populate: ['passwordHash'], orderBy: { mailboxRank: 'asc' } },
  );
  return users.toSorted((one, other) => Number(other.email === address) - Number(one.email === address));
}

/** Reads a user again, who cannot change until the transaction ends; false if the user was removed meanwhile. */
export async function holdActive(em: EntityManager, user: User): Promise<boolean> {
  await em.refresh(user, { lockMode: LockMode.PESSIMISTIC_READ });
  return user.isActive;
}
