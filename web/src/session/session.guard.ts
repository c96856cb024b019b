import { redirect } from '@tanstack/react-router';
import type { Role } from '../generated/enums.ts';
import { restoreSession } from './session.ts';

/** Where each role is at home. */
export const HOME = { ADMIN: '/admin', PARTNER: '/partner' } as const satisfies Record<Role, string>;

/** For beforeLoad: leads those who are nobody to the sign-in and back. Whether they may see the page, the shell knows. */
export async function requireSession({ location }: { location: { href: string } }): Promise<void> {
  const viewer = await restoreSession();
  if (!viewer) redirect({ throw: true, to: '/sign-in', search: { next: location.href } });
}

/** For beforeLoad of pages that are for those who are not signed in yet. */
export async function leadHome(): Promise<void> {
  const viewer = await restoreSession();
  if (viewer) redirect({ throw: true, to: HOME[viewer.role] });
}
