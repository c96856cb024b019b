import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { query } from '../../api/ask.ts';
import { MyPartnersDocument } from '../../generated/tiers/graphql.ts';
import { useViewer } from '../../session/session.store.ts';
import { Card } from '../../shared/cards/card.tsx';
import { useFormat } from '../../shared/format.ts';
import { TextLink } from '../../shared/layout/links.tsx';
import { Mark } from '../../shared/marks/mark.tsx';
import { StatusMark } from '../../shared/marks/status.mark.tsx';
import { Problem } from '../../shared/problem.tsx';
import classes from './managers.module.css';

/** The partners that the viewer manages, and how many should have a manager and have none. */
export function MyPartnersCard() {
  const { t } = useTranslation(['tiers', 'common']);
  const { number } = useFormat();
  const { id: me } = useViewer();
  const { data, error, isFetching, refetch } = useQuery(query(MyPartnersDocument, { me }));
  if (error) return <Problem error={error} retry={refetch} isRetrying={isFetching} />;
  if (!data) return null;
  const { mine, lacking } = data;
  const { totalItems } = mine.pageInfo;
  const missing = lacking.pageInfo.totalItems;
  if (totalItems === 0 && missing === 0) return null;
  return (
    <Card
      title={t('managers.mine')}
      aside={number(totalItems)}
      end={
        <TextLink to="/admin/partners" search={{ manager: [me], status: 'ACTIVE' }} size="xs">
          {t('managers.allMine')}
        </TextLink>
      }
    >
      {totalItems === 0 && <Text size="sm">{t('managers.noneMine')}</Text>}
      <ul className={classes['partners']}>
        {mine.items.map(({ id, companyName, tier }) => (
          <li key={id}>
            <Mark name={companyName} />
            <TextLink to="/admin/partners/$id" params={{ id }} size="sm" truncate className={classes['about'] ?? ''}>
              {companyName}
            </TextLink>
            <Text size="xs" c="dimmed">
              {t(`common:partnerTier.${tier}`)}
            </Text>
          </li>
        ))}
        {missing > 0 && (
          <li>
            <StatusMark shape="diamond" />
            <TextLink to="/admin/partners" search={{ lacksManager: true, status: 'ACTIVE' }} size="sm">
              {t('managers.lacking', { count: missing })}
            </TextLink>
          </li>
        )}
      </ul>
    </Card>
  );
}
