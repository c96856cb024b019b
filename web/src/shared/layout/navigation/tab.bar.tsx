import { Drawer, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useRouterState } from '@tanstack/react-router';
import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Bell } from '../../../notifications/bell.tsx';
import type { Viewer } from '../../../session/session.store.ts';
import { IconDots } from '../../icons.tsx';
import { MenuLink } from './menu.link.tsx';
import { itemsOf, type MenuGroup } from './menu.ts';
import classes from './navigation.module.css';
import { MenuGroups } from './side.bar.tsx';
import { UserMenu } from './user.menu.tsx';

interface TabBarProps {
  menu: MenuGroup[];
  viewer: Viewer;
  /** Opens the search. */
  search: ReactNode;
}

/** The bar of a phone: four pages, and all others behind "More". */
export function TabBar({ menu, viewer, search }: TabBarProps) {
  const { t } = useTranslation();
  const [isOpen, { open, close }] = useDisclosure();
  const path = useRouterState({ select: ({ location }) => location.pathname });
  useEffect(close, [path, close]);
  return (
    <nav aria-label={t('menu')} className={classes['tabs']}>
      {menu
        .flatMap(itemsOf)
        .filter(({ isTab }) => isTab)
        .map((item) => (
          <MenuLink key={item.to} item={item} className={classes['tab'] ?? ''} />
        ))}
      <UnstyledButton className={classes['tab'] ?? ''} onClick={open} aria-haspopup="dialog">
        <IconDots size={20} stroke={1.5} aria-hidden />
        <span className={classes['label']}>{t('more')}</span>
      </UnstyledButton>
      <Drawer opened={isOpen} onClose={close} position="bottom" size="auto" title={t('menu')}>
        <div className={classes['drawer']}>
          <Bell />
          <div onClickCapture={close}>{search}</div>
          <MenuGroups menu={menu} />
          <UserMenu viewer={viewer} />
        </div>
      </Drawer>
    </nav>
  );
}
