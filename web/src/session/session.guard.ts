import { redirect } from '@tanstack/react-router';
import type { Role } from '../generated/enums.ts';
import { restoreSession } from './session.ts';

/** Where each role is at home. */
export const HOME = { ADMIN: '/admin', PARTNER: '/partner' } as const satisfies Record<Role, string>;

/** For beforeLoad: lets in who has the role; leads others home, and those who are nobody to the sign-in and back. */
export const requireRole =
  (role: Role) =>
  async ({ location }: { location: { href: string } }): Promise<void> => {
    const viewer = await restoreSession();
    if (!viewer) redirect({ throw: true, to: '/sign-in', search: { next: location.href } });
    else if (viewer.role !== role) redirect({ throw: true, to: HOME[viewer.role] });
  };

/** For beforeLoad of pages that are for those who are not signed in yet. */
export async function leadHome(): Promise<void> {
  const viewer = await restoreSession();
  if (viewer) redirect({ throw: true, to: HOME[viewer.role] });
}
