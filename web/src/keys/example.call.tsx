import { Code, Group } from '@mantine/core';
import { CopyButton } from '../shared/copy.button.tsx';

/** Example request that every key may send. */
export function ExampleCall({ secret }: { secret: string }) {
  const call = `curl ${window.location.origin}/graphql \\
  -H 'content-type: application/json' \\
  -H 'authorization: Bearer ${secret}' \\
  -d '{"query":"{ viewer { name partnerAccount { companyName } } }"}'`;
  return (
    <Group align="flex-start" wrap="nowrap" gap="xs">
      <Code block style={{ flex: 1, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {call}
      </Code>
      <CopyButton value={call} />
    </Group>
  );
}
