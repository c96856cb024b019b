import { LockMode, raw, type EntityManager } from '@mikro-orm/postgresql';
import { mailboxOf, tidyAddress } from '../../core/text/mailbox.ts';
import { User } from './user.entity.ts';

/**
 * Returns the active users whose mailbox an address reaches, with their password hashes. There is at most one, unless
 * a changed rule in mailbox.ts merged mailboxes. A user with exactly this address comes first. Write only to
 * `user.email`, never to the typed address: their mail server may tell the two apart.
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

/** Reloads and locks a user until the transaction ends. Returns false if the user was removed in the meantime. */
export async function holdActive(em: EntityManager, user: User): Promise<boolean> {
  await em.refresh(user, { lockMode: LockMode.PESSIMISTIC_READ });
  return user.isActive;
}
