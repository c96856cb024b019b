import { Group, Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { query } from '../../../api/ask.ts';
import { PartnerPeopleDocument } from '../../../generated/admin/graphql.ts';
import { Loading } from '../../../shared/data/loading.tsx';
import { useFormat } from '../../../shared/format.ts';
import { TextLink } from '../../../shared/layout/links.tsx';
import { Mark } from '../../../shared/marks/mark.tsx';
import { Problem } from '../../../shared/problem.tsx';

/** The active users of a partner, oldest first. An account has at most 200, and most have a few. */
export function PartnerPeople({ partnerId }: { partnerId: string }) {
  const { t } = useTranslation(['admin', 'common']);
  const { date } = useFormat();
  const { data, error, isFetching, refetch } = useQuery(query(PartnerPeopleDocument, { partnerId }));
  const problem = <Problem error={error} retry={refetch} isRetrying={isFetching} />;
  if (!data) return error ? problem : <Loading />;
  return (
    <>
      {problem}
      <Table>
        <Table.Caption>{t('partners.tab.people')}</Table.Caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('partners.person')}</Table.Th>
            <Table.Th>{t('partners.role')}</Table.Th>
            <Table.Th visibleFrom="sm">{t('partners.email')}</Table.Th>
            <Table.Th visibleFrom="sm">{t('partners.joined')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {data.partnerMembers.items.map(({ id, name, email, partnerRole, joinedAt }) => (
            <Table.Tr key={id}>
              <Table.Td>
                <Group gap="xs" wrap="nowrap">
                  <Mark name={name} kind="person" />
                  {name}
                </Group>
              </Table.Td>
              <Table.Td>{t(`common:change.value.${partnerRole}`)}</Table.Td>
              <Table.Td visibleFrom="sm">
                <TextLink
                  to="/admin/mails"
                  search={{ status: 'ALL', search: email }}
                  aria-label={t('partners.emailsTo', { email })}
                >
                  {email}
                </TextLink>
              </Table.Td>
              <Table.Td visibleFrom="sm">{joinedAt ? date(joinedAt) : t('partners.invited')}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </>
  );
}
