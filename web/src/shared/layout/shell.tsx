import { Notifications } from '@mantine/notifications';
import '@mantine/notifications/styles.layer.css';
import { Navigate, Outlet, useNavigate } from '@tanstack/react-router';
import { useDisclosure } from '@mantine/hooks';
import { lazy, Suspense, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { loaded } from '../../api/loaded.ts';
import { useLive } from '../../live/live.ts';
import { HOME } from '../../session/session.guard.ts';
import { SessionLostDialog } from '../../session/session-lost.dialog.tsx';
import { useSession } from '../../session/session.store.ts';
import { WrongRolePage } from '../../session/wrong-role.page.tsx';
import { Loading } from '../data/loading.tsx';
import { AppKeys } from '../keys/app.keys.tsx';
import { useKeys } from '../keys/keys.ts';
import { Palette } from '../palette/palette.tsx';
import { SearchButton } from '../palette/search.button.tsx';
import { ConnectionBanner } from './connection.banner.tsx';
import { itemsOf, type MenuGroup } from './navigation/menu.ts';
import classes from './shell.module.css';
import { SideBar } from './navigation/side.bar.tsx';
import { SkipLink } from './skip.link.tsx';
import { StagingBanner } from './staging.banner.tsx';
import { TabBar } from './navigation/tab.bar.tsx';

const FactorRequiredPage = lazy(async () => ({
  default: (await loaded(import('../../security/factor-required.page.tsx'))).FactorRequiredPage,
}));

interface ShellProps {
  home: '/admin' | '/partner';
  menu: MenuGroup[];
  /** Notice above every page. */
  banner?: ReactNode;
}

/** Frame of a role's pages: the menu, and the page as one sheet that scrolls inside. */
export function Shell(props: ShellProps) {
  return (
    <>
      <Frame {...props} />
      <SessionLostDialog />
    </>
  );
}

function Frame({ home, menu, banner }: ShellProps) {
  const session = useSession();
  const [isSearching, { open, close }] = useDisclosure();
  // The user signed out, perhaps in another tab.
  if (session.state !== 'in' && session.state !== 'lost') return <Navigate to="/sign-in" />;
  const { viewer } = session;
  if (HOME[viewer.role] !== home) return <WrongRolePage viewer={viewer} />;
  if (session.state === 'in' && session.mustAddSecondFactor) {
    return (
      <Suspense fallback={<Loading />}>
        <FactorRequiredPage />
      </Suspense>
    );
  }
  return (
    <div className={classes['app']}>
      <SkipLink />
      <SideBar home={home} menu={menu} viewer={viewer} search={<SearchButton onClick={open} />} />
      <div className={classes['sheet']}>
        <main id="content" tabIndex={-1} className={classes['main']}>
          <StagingBanner />
          <ConnectionBanner />
          {banner}
          <Outlet />
        </main>
      </div>
      <TabBar menu={menu} viewer={viewer} search={<SearchButton onClick={open} />} />
      <Notifications position="bottom-left" limit={3} className={classes['toasts'] ?? ''} />
      <PageKeys menu={menu} />
      <AppKeys />
      <Live isOn={session.state === 'in'} />
      <Palette isOpen={isSearching} open={open} close={close} menu={menu} viewer={viewer} />
    </div>
  );
}

function Live({ isOn }: { isOn: boolean }) {
  useLive(isOn);
  return null;
}

/** G, then the letter of a page. */
function PageKeys({ menu }: { menu: MenuGroup[] }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  useKeys(
    menu
      .flatMap(itemsOf)
      .filter(({ letter }) => letter !== undefined)
      .map(({ to, search = {}, label, letter }) => ({
        keys: `g ${letter}`,
        label: t('keys.goTo', { page: label }),
        run: () => void navigate({ to, search }),
      })),
    'app',
  );
  return null;
}
