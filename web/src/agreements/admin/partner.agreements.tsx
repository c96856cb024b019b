import { Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { mayManagePartners } from '../../admin/rights.ts';
import { query } from '../../api/ask.ts';
import { AgreementAcceptancesDocument, AllAgreementsDocument } from '../../generated/agreements/graphql.ts';
import { AcceptanceStatus } from '../../generated/enums.ts';
import { useViewer } from '../../session/session.store.ts';
import { Card } from '../../shared/cards/card.tsx';
import { CardSkeletons } from '../../shared/cards/card.skeletons.tsx';
import { EmptyState } from '../../shared/data/empty.state.tsx';
import { useFormat } from '../../shared/format.ts';
import { TextLink } from '../../shared/layout/links.tsx';
import { State } from '../../shared/marks/state.tsx';
import { Problem } from '../../shared/problem.tsx';
import { VersionBadge } from '../agreement.state.tsx';
import { versionStateOf } from '../agreement.words.ts';
import classes from '../agreements.module.css';
import { NewAgreementDialog } from './new.agreement.dialog.tsx';

/** Rows of a card. A partner has few agreements. */
const MOST = 100;

/** The tab of a partner: what was negotiated with it, and what it has agreed to. */
export function PartnerAgreements({ partnerId }: { partnerId: string }) {
  return (
    <div className={classes['side']}>
      <Negotiated partnerId={partnerId} />
      <Standings partnerId={partnerId} />
    </div>
  );
}

function Negotiated({ partnerId }: { partnerId: string }) {
  const { t } = useTranslation('agreements');
  const filter = { partnerId };
  const { data, error, isPending, isFetching, refetch } = useQuery(
    query(AllAgreementsDocument, { filter, page: 1, limit: MOST }),
  );
  const [isMaking, making] = useDisclosure();
  const make = mayManagePartners(useViewer()) && (
    <Button size="compact-sm" variant="default" onClick={making.open}>
      {t('makeNegotiated')}
    </Button>
  );
  const agreements = data?.allAgreements.items ?? [];
  return (
    <Card title={t('all.negotiated')} end={make} isFlush>
      <Problem error={error} retry={refetch} isRetrying={isFetching} />
      {isPending && <CardSkeletons />}
      {data && agreements.length === 0 && (
        <EmptyState title={t('noneNegotiated')}>{t('noneNegotiatedHint')}</EmptyState>
      )}
      <ul className={classes['rows']}>
        {agreements.map(({ id, title, versions }) => {
          const newest = versions.findLast(({ withdrawnAt }) => withdrawnAt == null);
          return (
            <li key={id}>
              <div className={classes['name']}>
                <TextLink to="/admin/agreements/$id" params={{ id }}>
                  {title}
                </TextLink>
              </div>
              {newest ? <VersionBadge state={versionStateOf(newest, versions)} /> : t('noVersion')}
            </li>
          );
        })}
      </ul>
      <NewAgreementDialog partnerId={partnerId} opened={isMaking} onClose={making.close} />
    </Card>
  );
}

function Standings({ partnerId }: { partnerId: string }) {
  const { t } = useTranslation('agreements');
  const { exact } = useFormat();
  const filter = { partnerId };
  const { data, error, isPending, isFetching, refetch } = useQuery(
    query(AgreementAcceptancesDocument, { filter, page: 1, limit: MOST }),
  );
  const rows = data?.agreementAcceptances.items ?? [];
  return (
    <Card title={t('tab.acceptances')} isFlush>
      <Problem error={error} retry={refetch} isRetrying={isFetching} />
      {isPending && <CardSkeletons />}
      {data && rows.length === 0 && <EmptyState title={t('noAcceptances')} />}
      <ul className={classes['rows']}>
        {rows.map(({ id, agreementId, agreementTitle, versionNumber, status, name, title, acceptedAt }) => (
          <li key={id}>
            <div className={classes['name']}>
              <TextLink to="/admin/agreements/$id" params={{ id: agreementId }}>
                {agreementTitle}
              </TextLink>
              <Text size="xs" c="dimmed">
                {t('version', { number: versionNumber })}
                {acceptedAt != null && ` · ${t('own.acceptedBy', { name, title, date: exact(acceptedAt) })}`}
              </Text>
            </div>
            <State shape={status === AcceptanceStatus.Accepted ? 'tick' : 'dashed'}>{t(`acceptance.${status}`)}</State>
          </li>
        ))}
      </ul>
    </Card>
  );
}
