import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { query } from '../../../api/ask.ts';
import { CompanySize, PartnershipType } from '../../../generated/enums.ts';
import { IndustriesDocument } from '../../../generated/admin/graphql.ts';
import { useViewer } from '../../../session/session.store.ts';
import { listOf } from '../../../shared/data/search.ts';
import type { Filter, Option } from '../../../shared/list/list.types.ts';
import { Problem } from '../../../shared/problem.tsx';
import { useAdmins } from '../../team/use.admins.ts';
import { NOBODY, type ApplicationsSearch } from './applications.search.ts';

/** The filters of the list, with their values in the URL. */
export function useApplicationFilters(search: ApplicationsSearch): Filter[] {
  const { t } = useTranslation(['admin', 'common']);
  const industries = useIndustries(listOf(search.industry));
  const assignees = useAssignees(listOf(search.assignee));
  return [
    {
      kind: 'choices',
      id: 'assignee',
      label: t('applications.assignee'),
      ...assignees,
      values: listOf(search.assignee) ?? [],
      change: (assignee) => ({ assignee }),
    },
    {
      kind: 'choices',
      id: 'type',
      label: t('applications.type'),
      options: Object.values(PartnershipType).map((value) => ({ value, label: t(`common:partnershipType.${value}`) })),
      values: listOf(search.type) ?? [],
      change: (type) => ({ type }),
    },
    {
      kind: 'choices',
      id: 'size',
      label: t('applications.size'),
      options: Object.values(CompanySize).map((value) => ({ value, label: t(`common:companySize.${value}`) })),
      values: listOf(search.size) ?? [],
      change: (size) => ({ size }),
    },
    {
      kind: 'choices',
      id: 'industry',
      label: t('applications.industry'),
      ...industries,
      values: listOf(search.industry) ?? [],
      change: (industry) => ({ industry }),
    },
    {
      kind: 'range',
      id: 'submitted',
      label: t('applications.submitted'),
      from: search.createdFrom,
      to: search.createdTo,
      change: (createdFrom, createdTo) => ({ createdFrom, createdTo }),
    },
  ];
}

/** The most common industries, plus the selected ones. */
function useIndustries(chosen: readonly string[] = []) {
  const { i18n } = useTranslation();
  const { data, error, refetch } = useQuery(query(IndustriesDocument, {}));
  const commonest = data?.partnerApplicationStatistics.byIndustry.map(({ industry }) => industry) ?? [];
  const names = Array.from(new Set([...commonest, ...chosen])).toSorted((one, other) =>
    one.localeCompare(other, i18n.language, { numeric: true }),
  );
  return {
    options: names.map((name) => ({ value: name, label: name })),
    problem: <Problem error={error} retry={refetch} />,
  };
}

/** Viewer, unassigned, other admins, plus the selected ones. */
function useAssignees(chosen: readonly string[] = []) {
  const { t } = useTranslation('admin');
  const viewer = useViewer();
  const { admins, error, refetch } = useAdmins();
  const options: Option[] = [
    { value: viewer.id, label: t('applications.mine') },
    { value: NOBODY, label: t('assignee.nobody') },
    ...admins.filter(({ id }) => id !== viewer.id).map(({ id, name }) => ({ value: id, label: name })),
  ];
  const former = chosen.filter((id) => !options.some(({ value }) => value === id));
  return {
    options: [...options, ...former.map((value) => ({ value, label: t('applications.formerAdmin') }))],
    problem: <Problem error={error} retry={refetch} />,
  };
}
