import type { EntityManager } from '@mikro-orm/postgresql';
import { currentTime } from '../../core/database/database.clock.ts';
import { insertUnlessThere, newRow } from '../../core/database/row.insert.ts';
import { asPlatform } from '../../core/database/tenancy.ts';
import { inTransaction } from '../../core/database/transaction.ts';
import { hashPassword } from '../account-security/password.hash.ts';
import { passwordProblem } from '../account-security/password.rules.ts';
import { AdminRole, Role, User } from './user.entity.ts';

export interface FirstAdmin {
  email: string;
  password: string;
  name: string;
}

/**
 * Creates the configured admin if there is no admin yet, because only admins can invite admins. Otherwise changes
 * nothing.
 * @throws Error in production if the password is easy to guess
 */
export async function createFirstAdmin(
  em: EntityManager,
  admin: FirstAdmin | undefined,
  isProduction: boolean,
): Promise<void> {
  if (!admin) return;
  await inTransaction(asPlatform(em), async (transaction) => {
    if ((await transaction.count(User, { role: Role.ADMIN })) > 0) return;
    const { email, name, password } = admin;
    const problem = isProduction && (await passwordProblem(password, { email }));
    if (problem) throw new Error(`ADMIN_PASSWORD ${problem.message}`);
    const user = newRow(transaction, User, {
      email,
      name,
      role: Role.ADMIN,
      adminRoles: [AdminRole.ALL],
      passwordHash: await hashPassword(password),
      joinedAt: currentTime(),
    });
    await insertUnlessThere(transaction, User, user);
  });
}
