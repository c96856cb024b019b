import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { mayManagePartners } from '../../admin/rights.ts';
import { ask } from '../../api/ask.ts';
import { queryClient } from '../../api/query.client.ts';
import { WithdrawAgreementVersionDocument } from '../../generated/agreements/graphql.ts';
import { useViewer } from '../../session/session.store.ts';
import { Card } from '../../shared/cards/card.tsx';
import { ConfirmDialog } from '../../shared/confirm.dialog.tsx';
import { EmptyState } from '../../shared/data/empty.state.tsx';
import { useFormat } from '../../shared/format.ts';
import { showToast } from '../../shared/toasts.tsx';
import { VersionBadge } from '../agreement.state.tsx';
import { versionStateOf, type Agreement, type Version } from '../agreement.words.ts';
import classes from '../agreements.module.css';
import { DownloadButton } from '../download.button.tsx';
import { CountersignDialog } from './countersign.dialog.tsx';

/** The published versions, newest first. */
export function VersionList({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation('agreements');
  const { versions } = agreement;
  if (versions.length === 0) return <EmptyState title={t('noVersions')}>{t('noVersionsHint')}</EmptyState>;
  return (
    <Card title={t('tab.versions')} isFlush>
      <ul className={classes['rows']}>
        {versions.toReversed().map((version) => (
          <VersionRow key={version.id} agreement={agreement} version={version} />
        ))}
      </ul>
    </Card>
  );
}

function VersionRow({ agreement, version }: { agreement: Agreement; version: Version }) {
  const { t } = useTranslation('agreements');
  const { date } = useFormat();
  const state = versionStateOf(version, agreement.versions);
  const { id, number, changes, publishedAt, bindingFrom, isCountersigned } = version;
  return (
    <li>
      <div className={classes['name']}>
        <Text size="sm" fw={500}>
          {t('version', { number })}
        </Text>
        <Text size="xs" c="dimmed">
          {t('versionDates', { published: date(publishedAt), binding: date(bindingFrom) })}
        </Text>
        {changes != null && (
          <Text size="sm" mt={4} style={{ whiteSpace: 'pre-line' }}>
            {changes}
          </Text>
        )}
      </div>
      <VersionBadge state={state} />
      <div className={classes['buttons']}>
        <DownloadButton versionId={id} label={t('download')} />
        {isCountersigned && <DownloadButton versionId={id} isCountersigned label={t('downloadCountersigned')} />}
        <VersionChanges agreement={agreement} version={version} canWithdraw={state === 'UPCOMING'} />
      </div>
    </li>
  );
}

interface ChangesProps {
  agreement: Agreement;
  version: Version;
  canWithdraw: boolean;
}

/** For admins who manage partners. */
function VersionChanges({ agreement, version, canWithdraw }: ChangesProps) {
  const { t } = useTranslation('agreements');
  const [open, setOpen] = useState<'withdraw' | 'countersign'>();
  if (!mayManagePartners(useViewer())) return null;
  const { number } = version;
  const close = () => setOpen(undefined);
  const withdraw = async () => {
    await ask(WithdrawAgreementVersionDocument, { id: version.id });
    void queryClient.invalidateQueries();
    showToast(t('withdraw.done', { number }));
  };
  return (
    <>
      {agreement.partner && !version.isCountersigned && version.withdrawnAt == null && (
        <Button size="xs" variant="default" onClick={() => setOpen('countersign')}>
          {t('countersign.title')}
        </Button>
      )}
      {canWithdraw && (
        <Button size="xs" variant="default" color="red" onClick={() => setOpen('withdraw')}>
          {t('withdraw.action')}
        </Button>
      )}
      <ConfirmDialog
        opened={open === 'withdraw'}
        onClose={close}
        title={t('withdraw.title', { number, title: agreement.title })}
        action={t('withdraw.action')}
        keep={t('withdraw.keep')}
        isDangerous
        act={withdraw}
      >
        <Text size="sm">{t('withdraw.means')}</Text>
      </ConfirmDialog>
      <CountersignDialog versionId={version.id} opened={open === 'countersign'} onClose={close} />
    </>
  );
}
