import { AppShell, Burger, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Notifications } from '@mantine/notifications';
import '@mantine/notifications/styles.css';
import { Link, Navigate, Outlet, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { loaded } from '../../api/loaded.ts';
import { HOME } from '../../session/session.guard.ts';
import { useSession } from '../../session/session.store.ts';
import { WrongRolePage } from '../../session/wrong-role.page.tsx';
import { Brand } from './brand.tsx';
import { ConnectionBanner } from './connection.banner.tsx';
import classes from './layout.module.css';
import { Loading } from '../data/loading.tsx';
import { Preferences } from './preferences.tsx';
import { SkipLink } from './skip.link.tsx';
import { StagingBanner } from './staging.banner.tsx';
import { UserMenu } from './user.menu.tsx';

const FactorRequiredPage = lazy(async () => ({
  default: (await loaded(import('../../security/factor-required.page.tsx'))).FactorRequiredPage,
}));

interface ShellProps {
  home: '/admin' | '/partner';
  /** MenuLinks to the pages that the viewer may open. */
  menu: ReactNode;
  /** Notice above every page. */
  banner?: ReactNode;
}

/** Layout of a role's pages: header, menu and content. */
export function Shell({ home, menu, banner }: ShellProps) {
  const { t } = useTranslation();
  const session = useSession();
  const [isOpen, { toggle, close }] = useDisclosure();
  const path = useRouterState({ select: ({ location }) => location.pathname });
  useEffect(close, [path, close]);
  // The user signed out, perhaps in another tab.
  if (session.state !== 'in' && session.state !== 'lost') return <Navigate to="/sign-in" />;
  if (HOME[session.viewer.role] !== home) return <WrongRolePage viewer={session.viewer} />;
  if (session.state === 'in' && session.mustAddSecondFactor) {
    return (
      <Suspense fallback={<Loading />}>
        <FactorRequiredPage />
      </Suspense>
    );
  }
  return (
    <AppShell
      className={classes['shell'] ?? ''}
      header={{ height: 56 }}
      navbar={{ width: 232, breakpoint: 'sm', collapsed: { mobile: !isOpen } }}
      padding={{ base: 'md', sm: 'xl' }}
    >
      <SkipLink />
      <AppShell.Header>
        <Group h="100%" px="md" justify="space-between" wrap="nowrap">
          <Group wrap="nowrap" gap="xs">
            <Burger
              opened={isOpen}
              onClick={toggle}
              hiddenFrom="sm"
              size="sm"
              aria-label={t('menu')}
              aria-expanded={isOpen}
            />
            <Link to={home} className={classes['home'] ?? ''} aria-label={`${t('product')}: ${t('toStart')}`}>
              <Brand />
            </Link>
          </Group>
          <Group gap="xs" wrap="nowrap">
            <Group visibleFrom="sm">
              <Preferences />
            </Group>
            <UserMenu viewer={session.viewer} />
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="sm" aria-label={t('menu')} className={classes['menu'] ?? ''} mod={{ closed: !isOpen }}>
        <AppShell.Section grow>{menu}</AppShell.Section>
        <AppShell.Section hiddenFrom="sm">
          <Preferences />
        </AppShell.Section>
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1}>
        <div className={classes['content'] ?? ''}>
          <StagingBanner />
          <ConnectionBanner />
          {banner}
          <Outlet />
        </div>
      </AppShell.Main>
      <Notifications position="bottom-right" />
    </AppShell>
  );
}
