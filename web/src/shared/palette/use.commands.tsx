import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { LANGUAGES, type Language } from '../../i18n.ts';
import { HOME } from '../../session/session.guard.ts';
import type { Viewer } from '../../session/session.store.ts';
import { useLanguageChoice } from '../../settings/language.choice.ts';
import { stringifySearch } from '../data/search.ts';
import { IconAdjustments, IconChevronRight, IconLanguage, IconLogout, IconMoon, IconSun } from '../icons.tsx';
import { useKeysNow } from '../keys/keys.ts';
import { itemsOf, type MenuGroup } from '../layout/navigation/menu.ts';
import type { Entry, EntryGroup } from './entries.ts';

interface Commands {
  menu: MenuGroup[];
  viewer: Viewer;
  onSignOut: () => void;
}

const icon = { size: 16, stroke: 1.5, 'aria-hidden': true } as const;

/** Commands of the page, which are its keys; the pages of the menu; commands of other pages, and what works everywhere. */
export function useCommands({ menu, viewer, onSignOut }: Commands): Record<'here' | 'pages' | 'other', EntryGroup> {
  const { t, i18n } = useTranslation();
  const { page } = useKeysNow();
  const chooseLanguage = useLanguageChoice();
  const { setColorScheme } = useMantineColorScheme();
  const isDark = useComputedColorScheme('light', { getInitialValueInEffect: false }) === 'dark';
  const here = page.flatMap(({ label, keys, run }): Entry[] =>
    label === undefined ? [] : [{ id: `key ${keys}`, name: label, icon: <IconChevronRight {...icon} />, keys, run }],
  );
  const pages = menu.flatMap(itemsOf).map(({ to, search = {}, label, icon: own, letter }): Entry => ({
    id: `page ${to}`,
    name: label,
    icon: own,
    path: to + stringifySearch(search),
    ...(letter === undefined ? {} : { keys: `g ${letter}` }),
  }));
  const { pathname } = useLocation();
  const elsewhere = menu
    .flatMap(itemsOf)
    .flatMap(({ to, command, icon: own }): Entry[] =>
      command && to !== pathname
        ? [{ id: `command ${to}`, name: command.label, icon: own, path: to, pageKey: command.keys }]
        : [],
    );
  const languages = (Object.keys(LANGUAGES) as Language[])
    .filter((language) => language !== i18n.language)
    .map((language): Entry => ({
      id: `language ${language}`,
      name: t('palette.changeLanguage', { language: LANGUAGES[language] }),
      icon: <IconLanguage {...icon} />,
      run: () => chooseLanguage(language),
    }));
  return {
    here: { label: t('palette.here'), entries: here },
    pages: { label: t('palette.pages'), entries: pages },
    other: {
      label: t('palette.do'),
      entries: [
        ...elsewhere,
        {
          id: 'settings',
          name: t('settings'),
          icon: <IconAdjustments {...icon} />,
          path: `${HOME[viewer.role]}/settings`,
        },
        {
          id: 'scheme',
          name: isDark ? t('scheme.toLight') : t('scheme.toDark'),
          icon: isDark ? <IconSun {...icon} /> : <IconMoon {...icon} />,
          run: () => setColorScheme(isDark ? 'light' : 'dark'),
        },
        ...languages,
        { id: 'sign out', name: t('signOut'), icon: <IconLogout {...icon} />, run: onSignOut },
      ],
    },
  };
}
