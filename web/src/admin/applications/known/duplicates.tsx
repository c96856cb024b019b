import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { query } from '../../../api/ask.ts';
import { PossibleDuplicatesDocument } from '../../../generated/admin/graphql.ts';
import { stateOf } from '../../../shared/data/application.state.ts';
import { StatusBadge } from '../../../shared/data/status.badge.tsx';
import { IconCopy } from '../../../shared/icons.tsx';
import { TextLink } from '../../../shared/layout/links.tsx';
import { Problem } from '../../../shared/problem.tsx';
import { RelativeTime } from '../../../shared/time/relative.time.tsx';
import classes from '../application.module.css';

/** Applications that share a property with this one. Undefined until they are loaded. */
export function useDuplicates(id: string) {
  const { data, ...answer } = useQuery(query(PossibleDuplicatesDocument, { id }));
  return { ...answer, duplicates: data?.partnerApplication?.possibleDuplicates };
}

/** Warns of possible duplicates, with the properties that match. Renders nothing if there are none. */
export function Duplicates({ id: applicationId }: { id: string }) {
  const { t } = useTranslation('admin');
  const { duplicates = [], error, isFetching, refetch } = useDuplicates(applicationId);
  if (error) return <Problem error={error} retry={refetch} isRetrying={isFetching} />;
  if (duplicates.length === 0) return null;
  return (
    <section className={classes['warning']} aria-label={t('duplicates.title')}>
      <IconCopy size={16} aria-hidden />
      <div>
        <Text fw={500}>{t('duplicates.title')}</Text>
        <ul>
          {duplicates.map(({ id, companyName, status, withdrawnAt, createdAt, matches }) => (
            <li key={id}>
              <TextLink to="/admin/applications/$id" params={{ id }} fw={500}>
                {companyName}
              </TextLink>{' '}
              <StatusBadge state={stateOf({ status, withdrawnAt })} />{' '}
              <Text span c="var(--rg-text-2)">
                <RelativeTime at={createdAt} form="ago" />
                {matches.map((match) => ` · ${t(`duplicates.${match}`)}`)}
              </Text>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
