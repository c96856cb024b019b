import { useTranslation } from 'react-i18next';
import type { CompanyChangePartsFragment } from '../../generated/company/graphql.ts';
import { EmptyState } from '../../shared/data/empty.state.tsx';
import { ButtonLink } from '../../shared/layout/links.tsx';
import { PeekFacts, PeekFoot, PeekHeading, PeekPart } from '../../shared/list/peek/peek.parts.tsx';
import { RelativeTime } from '../../shared/time/relative.time.tsx';
import { ChangeState } from '../change.state.tsx';
import { useChangedNames } from '../details.ts';
import { Difference } from '../difference.tsx';

interface ChangePeekProps {
  change: CompanyChangePartsFragment | undefined;
  list: string | undefined;
}

/** A change beside its list. Decisions are on its page. */
export function ChangePeek({ change, list }: ChangePeekProps) {
  const { t } = useTranslation(['company', 'common']);
  const namesOf = useChangedNames();
  if (!change) return <EmptyState title={t('common:list.noneHere')} />;
  const { id, status, before, after, message, requestedBy, createdAt } = change;
  return (
    <>
      <PeekHeading name={before.companyName} about={namesOf(change)} state={<ChangeState status={status} isSoft />} />
      <PeekPart>
        <Difference
          label={t('review.change')}
          before={before}
          after={after}
          titles={{ before: t('review.before'), after: t('review.after') }}
        />
      </PeekPart>
      <PeekPart>
        <PeekFacts
          facts={{
            [t('review.by')]: requestedBy,
            [t('review.since')]: <RelativeTime at={createdAt} form="ago" />,
            [t('common:change.field.message')]: message,
          }}
        />
      </PeekPart>
      <PeekFoot>
        <ButtonLink to="/admin/company-changes/$id" params={{ id }} search={{ list }} variant="default" size="xs">
          {t('common:list.openPage')}
        </ButtonLink>
      </PeekFoot>
    </>
  );
}
