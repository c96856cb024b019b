import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { differing, useDetailWords, type Detail, type Details } from './details.ts';
import classes from './difference.module.css';

interface DifferenceProps {
  label: string;
  before: Details;
  after: Details;
  /** The rows. Default: only those that change. */
  details?: readonly Detail[];
  /** Headings of the two columns. */
  titles: { before: string; after: string };
}

/** Data side by side, as it is and as it will be. */
export function Difference({ label, before, after, details, titles }: DifferenceProps) {
  const { t } = useTranslation('common');
  const changed = differing(before, after);
  return (
    <Table className={classes['difference'] ?? ''} layout="fixed" aria-label={label}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t('change.detail')}</Table.Th>
          <Table.Th scope="col">{titles.before}</Table.Th>
          <Table.Th scope="col">{titles.after}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {(details ?? changed).map((detail) => (
          <Table.Tr key={detail} data-changed={changed.includes(detail) || undefined}>
            <Table.Th scope="row">{t(`change.field.${detail}`)}</Table.Th>
            <Table.Td>
              <Value detail={detail} of={before} />
            </Table.Td>
            <Table.Td>
              <Value detail={detail} of={after} isNew={changed.includes(detail)} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Value({ detail, of, isNew = false }: { detail: Detail; of: Details; isNew?: boolean }) {
  const { t } = useTranslation();
  const said = useDetailWords()(detail, of[detail]);
  return (
    <Text span size="sm" fw={isNew ? 600 : 400} {...(said === null && { c: 'dimmed' })}>
      {said ?? t('none')}
    </Text>
  );
}
