import { redirect } from '@tanstack/react-router';
import type { Role } from '../generated/graphql.ts';
import { restoreSession } from './session.ts';

/** Where each role is at home. */
export const HOME = { ADMIN: '/admin', PARTNER: '/partner' } as const satisfies Record<Role, string>;

/** Somebody is signed in whom the page is not for. */
export class WrongRole extends Error {}

/** For beforeLoad: lets in who has the role; refuses others, and leads those who are nobody to the sign-in and back. */
export const requireRole =
  (role: Role) =>
  async ({ location }: { location: { href: string } }): Promise<void> => {
    const viewer = await restoreSession();
    if (!viewer) redirect({ throw: true, to: '/sign-in', search: { next: location.href } });
    else if (viewer.role !== role) throw new WrongRole();
  };

/** For beforeLoad of pages that are for those who are not signed in yet. */
export async function leadHome(): Promise<void> {
  const viewer = await restoreSession();
  if (viewer) redirect({ throw: true, to: HOME[viewer.role] });
}
