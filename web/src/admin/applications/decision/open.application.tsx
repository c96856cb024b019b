import { ApplicationStatus, DuplicateMatch } from '../../../generated/enums.ts';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { query } from '../../../api/ask.ts';
import { PossibleDuplicatesDocument } from '../../../generated/admin/graphql.ts';
import { TextLink } from '../../../shared/layout/links.tsx';
import { Problem } from '../../../shared/problem.tsx';

const OPEN: ApplicationStatus[] = [ApplicationStatus.Pending, ApplicationStatus.Reviewing];

/** Links the contact's other open application, which blocks this one. */
export function OpenApplication({ id }: { id: string }) {
  const { t } = useTranslation('admin');
  const { data, error, isFetching, refetch } = useQuery(query(PossibleDuplicatesDocument, { id }));
  if (!data) return <Problem error={error} retry={refetch} isRetrying={isFetching} />;
  const open = data.partnerApplication?.possibleDuplicates.find(
    ({ status, matches }) => OPEN.includes(status) && matches.includes(DuplicateMatch.Email),
  );
  if (!open) return null;
  return (
    <TextLink to="/admin/applications/$id" params={{ id: open.id }} size="sm">
      {t('decision.toOpen', { company: open.companyName })}
    </TextLink>
  );
}
