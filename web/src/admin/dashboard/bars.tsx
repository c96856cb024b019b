import { Group, Progress, Stack, Text } from '@mantine/core';
import type { CompanySize, PartnershipType } from '../../generated/enums.ts';
import { useFormat } from '../../shared/format.ts';
import { TextLink } from '../../shared/links.tsx';

interface Bar {
  label: string;
  count: number;
  /** The list of what is counted, where it can be asked for. */
  search?: { type?: PartnershipType; size?: CompanySize; industry?: string; createdFrom?: string };
}

/** A bar for each value, with its number: read out as words, clicked to see the applications. */
export function Bars({ bars }: { bars: Bar[] }) {
  const { number } = useFormat();
  const most = Math.max(1, ...bars.map(({ count }) => count));
  return (
    <Stack gap="sm">
      {bars.map(({ label, count, search }) => (
        <div key={label}>
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
