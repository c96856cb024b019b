import { readFileSync } from 'node:fs';
import { publicEvents } from './events/event.catalogue.ts';
import type { PublicEvent } from './events/event.types.ts';
import './features.ts';

// `npm run events` prints docs/events.md: it keeps the text and builds the list from the catalogue.

const PAGE = 'docs/events.md';
const START = '## The events';

const listed = ({ action, text, forPartners }: PublicEvent): string =>
  `| \`${action}\` | ${text} | ${forPartners ? 'Partners and the platform' : 'The platform'} |`;

/** Events about the same kind of object share its example. */
function examples(): string[] {
  const byExample = Map.groupBy(publicEvents(), ({ example }) => example);
  return Array.from(byExample, ([example, events]) => {
    const names = events.map(({ action }) => `\`${action}\``).join(', ');
    return `### ${names}\n\n\`\`\`json\n${JSON.stringify(example, null, 2)}\n\`\`\``;
  });
}

const [text = ''] = readFileSync(PAGE, 'utf8').split(START);
const table = ['| Type | Meaning | Recipients |', '| - | - | - |', ...publicEvents().map(listed)].join('\n');
process.stdout.write(`${[text.trimEnd(), START, table, '## Objects', ...examples()].join('\n\n')}\n`);
