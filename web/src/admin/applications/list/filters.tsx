import { Button, Group, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { query } from '../../../api/ask.ts';
import { CompanySize, PartnershipType } from '../../../generated/enums.ts';
import { IndustriesDocument } from '../../../generated/admin/graphql.ts';
import { useViewer } from '../../../session/session.store.ts';
import { useFormat } from '../../../shared/format.ts';
import { SearchInput } from '../../../shared/data/search.input.tsx';
import { oneOf } from '../../../shared/data/search.ts';
import { useAdmins } from '../../team/use.admins.ts';
import { NOBODY, STATES, type ApplicationsSearch } from './applications.search.ts';

interface FiltersProps {
  search: ApplicationsSearch;
  /** `replace` adds no history entry. */
  onChange: (changes: Partial<ApplicationsSearch>, replace?: boolean) => void;
}

/** Filters in the URL. A change returns to page 1. */
export function Filters({ search, onChange }: FiltersProps) {
  const { t } = useTranslation(['admin', 'common']);
  const { date } = useFormat();
  const industries = useIndustries(search.industry);
  const assignees = useAssignees(search.assignee);
  const change = (changes: Partial<ApplicationsSearch>, replace = false) =>
    onChange({ ...changes, page: undefined }, replace);
  return (
    <Group mb="md" align="flex-end">
      <SearchInput
        label={t('common:table.search')}
        placeholder={t('applications.searchHint')}
        value={search.search}
        onSearch={(text, isSame) => change({ search: text }, isSame)}
      />
      <NativeSelect
        label={t('applications.status')}
        value={search.status ?? ''}
        onChange={({ currentTarget }) => change({ status: STATES.find((state) => state === currentTarget.value) })}
        data={[
          { value: '', label: t('applications.anyStatus') },
          ...STATES.map((value) => ({
            value,
            label: value === 'UNDECIDED' ? t('applications.undecided') : t(`common:applicationStatus.${value}`),
          })),
        ]}
      />
      <NativeSelect
        label={t('applications.type')}
        value={search.type ?? ''}
        onChange={({ currentTarget }) => change({ type: oneOf(PartnershipType, currentTarget.value) })}
        data={[
          { value: '', label: t('applications.anyType') },
          ...Object.values(PartnershipType).map((value) => ({ value, label: t(`common:partnershipType.${value}`) })),
        ]}
      />
      <NativeSelect
        label={t('applications.size')}
        value={search.size ?? ''}
        onChange={({ currentTarget }) => change({ size: oneOf(CompanySize, currentTarget.value) })}
        data={[
          { value: '', label: t('applications.anySize') },
          ...Object.values(CompanySize).map((value) => ({ value, label: t(`common:companySize.${value}`) })),
        ]}
      />
      <NativeSelect
        label={t('applications.industry')}
        maw={220}
        value={search.industry ?? ''}
        onChange={({ currentTarget }) => change({ industry: currentTarget.value || undefined })}
        data={[{ value: '', label: t('applications.anyIndustry') }, ...industries.options]}
        {...industries.problem}
      />
      <NativeSelect
        label={t('applications.assignee')}
        maw={220}
        value={search.assignee ?? ''}
        onChange={({ currentTarget }) => change({ assignee: currentTarget.value || undefined })}
        data={[{ value: '', label: t('applications.anyAssignee') }, ...assignees.options]}
        {...assignees.problem}
      />
      {search.createdFrom && (
        <Button variant="default" onClick={() => change({ createdFrom: undefined })}>
          {t('applications.since', { date: date(search.createdFrom) })}
        </Button>
      )}
    </Group>
  );
}

/** The most common industries, plus the selected one. */
function useIndustries(chosen: string | undefined) {
  const { i18n } = useTranslation();
  const { data, ...list } = useQuery(query(IndustriesDocument, {}));
  const problem = useOptionsProblem(list);
  const commonest = data?.partnerApplicationStatistics.byIndustry.map(({ industry }) => industry) ?? [];
  const options = Array.from(new Set([...commonest, ...(chosen === undefined ? [] : [chosen])]));
  return {
    options: options.toSorted((one, other) => one.localeCompare(other, i18n.language, { numeric: true })),
    problem,
  };
}

/** Viewer, unassigned, other admins, plus the selected one. */
function useAssignees(chosen: string | undefined) {
  const { t } = useTranslation('admin');
  const viewer = useViewer();
  const { admins, ...list } = useAdmins();
  const problem = useOptionsProblem(list);
  const others = admins.filter(({ id }) => id !== viewer.id);
  const options = [
    { value: viewer.id, label: t('applications.mine') },
    { value: NOBODY, label: t('assignee.nobody') },
    ...others.map(({ id, name }) => ({ value: id, label: name })),
  ];
  const isListed = chosen === undefined || options.some(({ value }) => value === chosen);
  return {
    options: isListed ? options : [...options, { value: chosen, label: t('applications.formerAdmin') }],
    problem,
  };
}

/** Shows that options failed to load, and retries on focus. */
function useOptionsProblem({ error, refetch }: { error: unknown; refetch: () => unknown }) {
  const { t } = useTranslation('common');
  return error ? { error: t('error.loading'), onFocus: () => void refetch() } : {};
}
