import { NativeSelect, Select, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DateFormat, Language } from '../generated/enums.ts';
import type { UpdateViewerInput } from '../generated/public/graphql.ts';
import { LANGUAGES, languageOf } from '../i18n.ts';
import { Card } from '../security/card.tsx';
import { shownLanguage } from '../session/own.settings.ts';
import { useViewer } from '../session/session.store.ts';
import { oneOf } from '../shared/data/search.ts';
import { useFormat } from '../shared/format.ts';
import { Problem } from '../shared/problem.tsx';
import { useNow } from '../shared/time/now.ts';
import { useTimeZone } from '../shared/time/time.zone.ts';
import { showToast } from '../shared/toasts.tsx';
import { saveSettings } from './save.settings.ts';

/** Zones shown at once. The others are found by typing. */
const SHOWN_ZONES = 100;

/** Saved at once, with Undo. */
export function DisplayCard() {
  const { t, i18n } = useTranslation('settings');
  const { language, timeZone, dateFormat } = useViewer();
  const shownZone = useTimeZone();
  const { exact } = useFormat();
  const now = useNow();
  const { mutate, error } = useMutation({
    mutationFn: ({ input }: { input: UpdateViewerInput; before: UpdateViewerInput }) => saveSettings(input),
    onSuccess: (_result, { before }) => showToast(i18n.t('settings:saved'), { undo: () => saveSettings(before) }),
  });
  const current = language ?? languageOf(i18n.language);
  return (
    <Card title={t('display.title')} lead={t('display.lead')}>
      <Stack maw={420}>
        <Problem error={error} />
        <NativeSelect
          label={t('display.language')}
          value={current}
          data={Object.values(Language).map((value) => ({ value, label: LANGUAGES[shownLanguage(value)] }))}
          onChange={({ currentTarget }) =>
            mutate({
              input: { language: oneOf(Language, currentTarget.value) ?? current },
              before: { language: current },
            })
          }
        />
        <Select
          label={t('display.timeZone')}
          description={t('display.timeZoneNow', { time: exact(new Date(now)) })}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={shownZone}
          data={[...new Set(['UTC', shownZone, ...Intl.supportedValuesOf('timeZone')])]}
          limit={SHOWN_ZONES}
          searchable
          allowDeselect={false}
          nothingFoundMessage={t('display.noZone')}
          onChange={(zone) => zone && mutate({ input: { timeZone: zone }, before: { timeZone: timeZone ?? null } })}
        />
        <NativeSelect
          label={t('display.dateFormat')}
          value={dateFormat ?? ''}
          data={[
            { value: '', label: t('display.dateFormats.LANGUAGE') },
            ...Object.values(DateFormat).map((value) => ({ value, label: t(`display.dateFormats.${value}`) })),
          ]}
          onChange={({ currentTarget }) =>
            mutate({
              input: { dateFormat: oneOf(DateFormat, currentTarget.value) ?? null },
              before: { dateFormat: dateFormat ?? null },
            })
          }
        />
      </Stack>
    </Card>
  );
}
