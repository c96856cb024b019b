import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Bell } from '../../../notifications/bell.tsx';
import type { Viewer } from '../../../session/session.store.ts';
import { Brand } from '../brand.tsx';
import { MenuLink } from './menu.link.tsx';
import { itemsOf, type MenuGroup } from './menu.ts';
import classes from './navigation.module.css';
import { UserMenu } from './user.menu.tsx';

interface SideBarProps {
  home: '/admin' | '/partner';
  menu: MenuGroup[];
  viewer: Viewer;
  /** Opens the search. */
  search: ReactNode;
}

/** Brand, search, pages and the user. Icons only below 1024 px; hidden on a phone. */
export function SideBar({ home, menu, viewer, search }: SideBarProps) {
  const { t } = useTranslation();
  return (
    <header className={classes['side']}>
      <Link to={home} className={classes['brand']} aria-label={`${t('product')}: ${t('toStart')}`}>
        <Brand />
      </Link>
      {search}
      <Bell hasKeys />
      <nav aria-label={t('menu')} className={classes['menu']}>
        <MenuGroups menu={menu} />
      </nav>
      <UserMenu viewer={viewer} />
    </header>
  );
}

export function MenuGroups({ menu }: { menu: MenuGroup[] }) {
  return menu.map((group) => (
    <div key={group.label ?? ''} className={classes['group']}>
      {group.label && <div className={classes['groupLabel']}>{group.label}</div>}
      {itemsOf(group).map((item) => (
        <MenuLink key={item.to} item={item} className={classes['item'] ?? ''} />
      ))}
    </div>
  ));
}
