import type { ReactNode } from 'react';
import { Role } from '../generated/enums.ts';
import { useViewer } from '../session/session.store.ts';
import { TextLink } from '../shared/layout/links.tsx';

/** Admins and partners have the same pages at different addresses. */
export const useIsAdmin = (): boolean => useViewer().role === Role.Admin;

export function DevelopersLink({ children }: { children: ReactNode }) {
  return (
    <TextLink
      to={useIsAdmin() ? '/admin/developers' : '/partner/developers'}
      activeOptions={{ exact: true }}
      c="inherit"
    >
      {children}
    </TextLink>
  );
}

export function EndpointLink({ id, children }: { id: string; children: ReactNode }) {
  const to = useIsAdmin() ? '/admin/developers/$id' : '/partner/developers/$id';
  return (
    <TextLink to={to} params={{ id }}>
      {children}
    </TextLink>
  );
}
