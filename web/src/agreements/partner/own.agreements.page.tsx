import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { query } from '../../api/ask.ts';
import { OwnAgreementsDocument } from '../../generated/agreements/graphql.ts';
import { CardSkeletons } from '../../shared/cards/card.skeletons.tsx';
import { Card } from '../../shared/cards/card.tsx';
import { EmptyState } from '../../shared/data/empty.state.tsx';
import { TextLink } from '../../shared/layout/links.tsx';
import { PageHeader } from '../../shared/layout/page/page.header.tsx';
import { Problem } from '../../shared/problem.tsx';
import { OwnAgreementState } from '../agreement.state.tsx';
import type { OwnAgreement } from '../agreement.words.ts';
import classes from '../agreements.module.css';
import { useDateLine } from './date.line.ts';

/** The agreements of a partner: those to agree to first. */
export function OwnAgreementsPage() {
  const { t } = useTranslation('agreements');
  const { data, error, isPending, isFetching, refetch } = useQuery(query(OwnAgreementsDocument, {}));
  const agreements = data?.agreements ?? [];
  return (
    <>
      <PageHeader title={t('title')} />
      <Problem error={error} retry={refetch} isRetrying={isFetching} />
      {isPending && <CardSkeletons />}
      {data && agreements.length === 0 && <EmptyState title={t('own.none')}>{t('own.noneHint')}</EmptyState>}
      {agreements.length > 0 && (
        <Card title={t('own.list')} isFlush>
          <ul className={classes['rows']}>
            {agreements.map((agreement) => (
              <AgreementRow key={agreement.id} agreement={agreement} />
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}

function AgreementRow({ agreement }: { agreement: OwnAgreement }) {
  const dateLine = useDateLine();
  return (
    <li>
      <div className={classes['name']}>
        <TextLink to="/partner/agreements/$id" params={{ id: agreement.id }} fw={500}>
          {agreement.title}
        </TextLink>
        <Text size="xs" c="dimmed">
          {dateLine(agreement)}
        </Text>
      </div>
      <OwnAgreementState agreement={agreement} />
    </li>
  );
}
