import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Card } from '../../shared/cards/card.tsx';
import { useFormat } from '../../shared/format.ts';
import type { OwnAgreement } from '../agreement.words.ts';
import classes from '../agreements.module.css';
import { DownloadButton } from '../download.button.tsx';

/** The accepted versions, newest first. Each can be downloaded for good. */
export function AcceptanceHistory({ agreement }: { agreement: OwnAgreement }) {
  const { t } = useTranslation('agreements');
  const { exact } = useFormat();
  const { version } = agreement;
  return (
    <Card title={t('own.history')} isFlush>
      <ul className={classes['rows']}>
        {agreement.acceptances.map(({ id, versionId, versionNumber, name, title, acceptedAt }) => (
          <li key={id}>
            <div className={classes['name']}>
              <Text size="sm" fw={500}>
                {t('version', { number: versionNumber })}
              </Text>
              <Text size="xs" c="dimmed">
                {t('own.acceptedBy', { name, title, date: exact(acceptedAt) })}
              </Text>
            </div>
            <div className={classes['buttons']}>
              <DownloadButton versionId={versionId} label={t('download')} />
              {versionId === version.id && version.isCountersigned && (
                <DownloadButton versionId={versionId} isCountersigned label={t('downloadCountersigned')} />
              )}
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}
