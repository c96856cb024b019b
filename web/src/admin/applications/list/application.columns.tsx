import { VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PartnerApplicationSortField as Sort } from '../../../generated/enums.ts';
import type { ApplicationListQuery } from '../../../generated/admin/graphql.ts';
import { stateOf } from '../../../shared/data/application.state.ts';
import { StatusBadge } from '../../../shared/data/status.badge.tsx';
import { TextLink } from '../../../shared/layout/links.tsx';
import type { Column } from '../../../shared/list/list.types.ts';
import { NameCell } from '../../../shared/list/rows/name.cell.tsx';
import { Mark } from '../../../shared/marks/mark.tsx';
import { RelativeTime } from '../../../shared/time/relative.time.tsx';
import { isLate } from '../../home/work.ts';
import type { ApplicationsSearch } from './applications.search.ts';

export type ApplicationItem = ApplicationListQuery['partnerApplications']['items'][number];

const waitsTooLong = ({ status, createdAt }: ApplicationItem) =>
  (status === 'PENDING' || status === 'REVIEWING') && isLate(createdAt);

export function useApplicationColumns(search: ApplicationsSearch): Column<ApplicationItem>[] {
  const { t } = useTranslation(['admin', 'common']);
  return [
    {
      id: 'company',
      title: t('applications.company'),
      sortBy: Sort.CompanyName,
      render: ({ id, companyName }) => (
        <NameCell name={companyName}>
          <TextLink to="/admin/applications/$id" params={{ id }} search={{ ...search, peek: undefined }}>
            {companyName}
          </TextLink>
        </NameCell>
      ),
    },
    {
      id: 'contact',
      title: t('applications.contact'),
      width: 150,
      from: 'lg',
      render: ({ contactName }) => contactName,
    },
    {
      id: 'type',
      title: t('applications.type'),
      sortBy: Sort.PartnershipType,
      width: 150,
      from: 'md',
      card: 'line',
      render: ({ partnershipType }) => t(`common:partnershipType.${partnershipType}`),
    },
    {
      id: 'size',
      title: t('applications.size'),
      width: 180,
      isExtra: true,
      render: ({ companySize }) => t(`common:companySize.${companySize}`),
    },
    {
      id: 'industry',
      title: t('applications.industry'),
      width: 130,
      isExtra: true,
      render: ({ industry }) => industry,
    },
    {
      id: 'status',
      title: t('applications.status'),
      sortBy: Sort.Status,
      width: 140,
      card: 'line',
      render: (application) => <StatusBadge state={stateOf(application)} />,
    },
    {
      id: 'assignee',
      title: t('applications.assignee'),
      width: 92,
      from: 'sm',
      card: 'side',
      render: ({ assignee }) => {
        const name = assignee?.name ?? t('assignee.nobody');
        return (
          <span title={name}>
            <Mark name={assignee?.name} kind="person" />
            <VisuallyHidden>{name}</VisuallyHidden>
          </span>
        );
      },
    },
    {
      id: 'submitted',
      title: t('applications.submitted'),
      sortBy: Sort.CreatedAt,
      width: 100,
      isNumber: true,
      card: 'side',
      render: (application) => (
        <span style={waitsTooLong(application) ? { color: 'var(--rg-amber-text)', fontWeight: 500 } : undefined}>
          <RelativeTime at={application.createdAt} />
        </span>
      ),
    },
  ];
}
