import { Group, Progress, Stack, Text } from '@mantine/core';
import { useFormat } from '../../shared/format.ts';
import { TextLink } from '../../shared/layout/links.tsx';
import type { ApplicationsSearch } from '../applications/list/applications.search.ts';

interface Bar {
  label: string;
  count: number;
  /** Filter of the matching list, if there is one. */
  search?: ApplicationsSearch;
}

/** Bar chart whose labels link to the applications. */
export function Bars({ bars }: { bars: Bar[] }) {
  const { number } = useFormat();
  const most = Math.max(1, ...bars.map(({ count }) => count));
  return (
    <Stack gap="sm">
      {bars.map(({ label, count, search }) => (
        <div key={label} role="group" aria-label={label}>
          <Group justify="space-between" mb={4}>
            {search ? (
              <TextLink to="/admin/applications" search={search} size="sm">
                {label}
              </TextLink>
            ) : (
              <Text size="sm">{label}</Text>
            )}
            <Text size="sm" fw={600}>
              {number(count)}
            </Text>
          </Group>
          <Progress value={(100 * count) / most} size="sm" aria-hidden />
        </div>
      ))}
    </Stack>
  );
}
