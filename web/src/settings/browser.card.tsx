import { NativeSelect, Stack, Switch, useMantineColorScheme } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Card } from '../security/card.tsx';
import { oneOf } from '../shared/data/search.ts';
import { switchLetters, useLetters } from '../shared/keys/letters.ts';

const THEMES = { auto: 'auto', light: 'light', dark: 'dark' } as const;

/** Settings that stay with the browser: screens and keyboards differ. */
export function BrowserCard() {
  const { t } = useTranslation(['settings', 'common']);
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const lettersAreOn = useLetters();
  return (
    <Card title={t('browser.title')} lead={t('browser.lead')}>
      <Stack maw={420}>
        <NativeSelect
          label={t('browser.theme')}
          value={colorScheme}
          data={Object.values(THEMES).map((value) => ({ value, label: t(`browser.themes.${value}`) }))}
          onChange={({ currentTarget }) => setColorScheme(oneOf(THEMES, currentTarget.value) ?? 'auto')}
        />
        <Switch
          label={t('common:keys.letters')}
          description={t('common:keys.lettersHint')}
          checked={lettersAreOn}
          onChange={({ currentTarget }) => switchLetters(currentTarget.checked)}
        />
      </Stack>
    </Card>
  );
}
