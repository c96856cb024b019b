import { Button, Group } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { query } from '../../api/ask.ts';
import { ApplicationNeighborsDocument } from '../../generated/admin/graphql.ts';
import { IconArrowLeft, IconChevronLeft, IconChevronRight } from '../../shared/icons.tsx';
import { ButtonLink, TextLink } from '../../shared/layout/links.tsx';
import { orderVariables, type ApplicationsSearch } from './list/applications.search.ts';

interface NeighborsProps {
  id: string;
  /** Search parameters of the list that the user came from. */
  search: ApplicationsSearch;
}

/** Links to the list and to the previous and next application. */
export function Neighbors({ id, search }: NeighborsProps) {
  const { t } = useTranslation(['admin', 'common']);
  const { data, error, refetch } = useQuery({
    ...query(ApplicationNeighborsDocument, { id, ...orderVariables(search) }),
    placeholderData: keepPreviousData,
  });
  const { previous, next } = data?.partnerApplicationNeighbors ?? {};
  return (
    <Group component="nav" aria-label={t('neighbors.title')} justify="space-between" mb="md">
      <TextLink to="/admin/applications" search={search} activeOptions={{ exact: true }} size="sm">
        <Group component="span" gap={4}>
          <IconArrowLeft size={16} aria-hidden />
          {t('neighbors.list')}
        </Group>
      </TextLink>
      <Group gap="xs">
        {error && (
          <Button size="xs" variant="subtle" onClick={() => void refetch()}>
            {t('common:tryAgain')}
          </Button>
        )}
        <Neighbor id={previous?.id} search={search} leftSection={<IconChevronLeft size={16} aria-hidden />}>
          {t('neighbors.previous')}
        </Neighbor>
        <Neighbor id={next?.id} search={search} rightSection={<IconChevronRight size={16} aria-hidden />}>
          {t('neighbors.next')}
        </Neighbor>
      </Group>
    </Group>
  );
}

interface NeighborProps {
  /** Undefined at either end of the list. */
  id: string | undefined;
  search: ApplicationsSearch;
  leftSection?: ReactNode;
  rightSection?: ReactNode;
  children: ReactNode;
}

function Neighbor({ id, search, ...button }: NeighborProps) {
  return (
    <ButtonLink
      to="/admin/applications/$id"
      params={{ id: id ?? '' }}
      search={search}
      disabled={id === undefined}
      variant="default"
      size="xs"
      {...button}
    />
  );
}
