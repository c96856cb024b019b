import { ActionIcon, Group, NativeSelect, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { changeLanguage, LANGUAGES, type Language } from '../../../i18n.ts';
import { IconMoon, IconSun } from '../../icons.tsx';

export function Preferences() {
  const { t, i18n } = useTranslation();
  const { mutate: change, error } = useMutation({ mutationFn: changeLanguage });
  const { setColorScheme } = useMantineColorScheme();
  const isDark = useComputedColorScheme('light', { getInitialValueInEffect: false }) === 'dark';
  return (
    <Group gap="xs" wrap="nowrap">
      <NativeSelect
        aria-label={t('language')}
        size="xs"
        value={i18n.language}
        onChange={({ currentTarget }) => change(currentTarget.value as Language)}
        error={error && t('error.loading')}
        data={Object.entries(LANGUAGES).map(([value, label]) => ({ value, label }))}
      />
      <ActionIcon
        variant="default"
        size={30}
        aria-label={isDark ? t('scheme.toLight') : t('scheme.toDark')}
        onClick={() => setColorScheme(isDark ? 'light' : 'dark')}
      >
        {isDark ? <IconSun size={16} aria-hidden /> : <IconMoon size={16} aria-hidden />}
      </ActionIcon>
    </Group>
  );
}
