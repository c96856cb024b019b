import { Code } from '@mantine/core';

/** JSON with line breaks. Any other text stays as it is. */
export function JsonBlock({ json }: { json: string }) {
  return (
    <Code
      block
      tabIndex={0}
      style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', maxHeight: 360, overflowY: 'auto' }}
    >
      {indented(json)}
    </Code>
  );
}

function indented(json: string): string {
  try {
    return JSON.stringify(JSON.parse(json), undefined, 2);
  } catch {
    return json;
  }
}
