import {
  Menu,
  Text,
  UnstyledButton,
  VisuallyHidden,
  useComputedColorScheme,
  useMantineColorScheme,
} from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { LANGUAGES, type Language } from '../../../i18n.ts';
import { HOME } from '../../../session/session.guard.ts';
import type { Viewer } from '../../../session/session.store.ts';
import { useLanguageChoice } from '../../../settings/language.choice.ts';
import { IconAdjustments, IconDots, IconLanguage, IconLifebuoy, IconLogout, IconMoon, IconSun } from '../../icons.tsx';
import { Mark } from '../../marks/mark.tsx';
import classes from './navigation.module.css';
import { useSignOut } from './sign.out.tsx';

/** The signed-in user: settings, language, theme of this browser, and sign-out. */
export function UserMenu({ viewer }: { viewer: Viewer }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { leave, dialog } = useSignOut(viewer);
  return (
    <>
      <Menu position="top-start" width={240}>
        <Menu.Target>
          <UnstyledButton className={classes['me'] ?? ''}>
            <Mark name={viewer.name} kind="person" size={24} />
            <VisuallyHidden>{t('userMenu', { name: viewer.name })}</VisuallyHidden>
            <span className={classes['label']} aria-hidden>
              {viewer.name}
              <span className={classes['email']}>{viewer.email}</span>
            </span>
            <IconDots size={16} stroke={1.5} aria-hidden />
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label component="div">
            <Text size="sm" fw={600} c="var(--rg-text)" truncate>
              {viewer.name}
            </Text>
            <Text size="xs" truncate>
              {viewer.email}
            </Text>
          </Menu.Label>
          <Menu.Divider />
          <Menu.Item
            leftSection={<IconAdjustments size={16} stroke={1.5} aria-hidden />}
            onClick={() => void navigate({ to: `${HOME[viewer.role]}/settings` })}
          >
            {t('settings')}
          </Menu.Item>
          {viewer.supportUrl && (
            <Menu.Item
              component="a"
              href={viewer.supportUrl}
              target="_blank"
              rel="noopener noreferrer"
              leftSection={<IconLifebuoy size={16} stroke={1.5} aria-hidden />}
            >
              {t('support')}
            </Menu.Item>
          )}
          <Appearance />
          <Menu.Divider />
          <Menu.Item leftSection={<IconLogout size={16} stroke={1.5} aria-hidden />} onClick={leave}>
            {t('signOut')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {dialog}
    </>
  );
}

/** Language and color scheme. */
function Appearance() {
  const { t, i18n } = useTranslation();
  const { setColorScheme } = useMantineColorScheme();
  const isDark = useComputedColorScheme('light', { getInitialValueInEffect: false }) === 'dark';
  const choose = useLanguageChoice();
  const others = (Object.keys(LANGUAGES) as Language[]).filter((language) => language !== i18n.language);
  return (
    <>
      {others.map((language) => (
        <Menu.Item
          key={language}
          lang={language}
          leftSection={<IconLanguage size={16} stroke={1.5} aria-hidden />}
          onClick={() => choose(language)}
        >
          {LANGUAGES[language]}
        </Menu.Item>
      ))}
      <Menu.Item
        leftSection={
          isDark ? <IconSun size={16} stroke={1.5} aria-hidden /> : <IconMoon size={16} stroke={1.5} aria-hidden />
        }
        onClick={() => setColorScheme(isDark ? 'light' : 'dark')}
      >
        {isDark ? t('scheme.toLight') : t('scheme.toDark')}
      </Menu.Item>
    </>
  );
}
