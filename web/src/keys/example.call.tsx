import { Anchor, Code, Group, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../shared/copy.button.tsx';

/** Example request that every key may send, and the way to all others. */
export function ExampleCall({ secret }: { secret: string }) {
  const { t } = useTranslation('keys');
  const call = `curl ${window.location.origin}/graphql \\
  -H 'content-type: application/json' \\
  -H 'authorization: Bearer ${secret}' \\
  -d '{"query":"{ viewer { name partnerAccount { companyName } } }"}'`;
  return (
    <Stack gap="xs">
      <Group align="flex-start" wrap="nowrap" gap="xs">
        <Code block style={{ flex: 1, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {call}
        </Code>
        <CopyButton value={call} />
      </Group>
      <Anchor href="/api/docs" target="_blank" size="sm">
        {t('restDocs')}
      </Anchor>
    </Stack>
  );
}
