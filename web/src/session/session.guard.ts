import { redirect } from '@tanstack/react-router';
import type { Role } from '../generated/enums.ts';
import { restoreSession } from './session.ts';

/** Start page of each role. */
export const HOME = { ADMIN: '/admin', PARTNER: '/partner' } as const satisfies Record<Role, string>;

/** For beforeLoad: redirects to sign-in and back. The shell checks the role. */
export async function requireSession({ location }: { location: { href: string } }): Promise<void> {
  const viewer = await restoreSession();
  if (!viewer) redirect({ throw: true, to: '/sign-in', search: { next: location.href } });
}

/** For beforeLoad of pages for signed-out users. */
export async function leadHome(): Promise<void> {
  const viewer = await restoreSession();
  if (viewer) redirect({ throw: true, to: HOME[viewer.role] });
}
