import { NativeSelect, type ComboboxItem } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { query } from '../../api/ask.ts';
import { ManagerChoicesDocument } from '../../generated/tiers/graphql.ts';
import { useViewer } from '../../session/session.store.ts';
import { Problem } from '../../shared/problem.tsx';

/** Values of the fields that are no ID of an admin. */
export const NOBODY = '';
export const KEEP = 'keep';

export interface Chosen {
  managerId: string;
  technicalManagerId: string;
}

/** The API's value of a choice: undefined keeps the present manager, null removes it. */
export const wanted = (chosen: string): string | null | undefined =>
  chosen === KEEP ? undefined : chosen === NOBODY ? null : chosen;

interface ChoicesProps {
  chosen: Chosen;
  onChoose: (chosen: Chosen) => void;
  /** Offers to leave the managers as they are, because the partners can have different ones. */
  mayKeep?: boolean;
}

/** Both managers, among the active admins. */
export function ManagerChoices({ chosen, onChoose, mayKeep = false }: ChoicesProps) {
  const { t } = useTranslation('tiers');
  const viewer = useViewer();
  const { data, error, isFetching, refetch } = useQuery(query(ManagerChoicesDocument, {}));
  const admins = (data?.admins.items ?? []).map(({ id, name }) => ({
    value: id,
    label: id === viewer.id ? t('managers.me', { name }) : name,
  }));
  const options: ComboboxItem[] = [
    ...(mayKeep ? [{ value: KEEP, label: t('managers.keep') }] : []),
    { value: NOBODY, label: t('managers.nobody') },
    ...admins,
  ];
  const field = (name: keyof Chosen) => ({
    label: t(`managers.${name}`),
    description: t(`managers.means.${name}`),
    value: chosen[name],
    data: options,
    disabled: !data,
    onChange: ({ currentTarget }: { currentTarget: HTMLSelectElement }) =>
      onChoose({ ...chosen, [name]: currentTarget.value }),
  });
  return (
    <>
      <Problem error={error} retry={refetch} isRetrying={isFetching} />
      <NativeSelect {...field('managerId')} data-autofocus />
      <NativeSelect {...field('technicalManagerId')} />
    </>
  );
}
