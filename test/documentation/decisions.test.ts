import { expect, test } from 'vitest';
import { filesUnder, textOf } from '../support/oracles/documents.ts';

const FOLDER = 'docs/decisions';
const files = filesUnder(FOLDER, '.md')
  .map((path) => path.slice(FOLDER.length + 1))
  .filter((name) => name !== 'README.md')
  .sort();
const decisions = files.map((name) => ({ name, text: textOf(`${FOLDER}/${name}`) }));

test('decisions are numbered without gaps', () => {
  expect(files.map((name) => Number(name.slice(0, 4)))).toEqual(files.map((_, index) => index + 1));
});

test.each(decisions)('$name has its number in the title, and the five headings', ({ name, text }) => {
  expect(text).toMatch(new RegExp(`^# ${Number(name.slice(0, 4))}\\. `));
  const headings = Array.from(text.matchAll(/^## (.+)$/gm), ([, heading]) => heading);
  expect(headings).toEqual(['Problem', 'Decision', 'Why', 'Price', 'Alternatives']);
});

test('the list has every decision with its title', () => {
  const listed = textOf(`${FOLDER}/README.md`).matchAll(/^\| \[(.+)\]\((.+)\) +\| \S/gm);

  const titles = decisions.map(({ name, text }) => [name, /^# (.+)$/m.exec(text)?.[1]]);
  expect(Array.from(listed, ([, title, name]) => [name, title])).toEqual(titles);
});

test('a link to a decision has its number', () => {
  const documents = ['CONTRIBUTING.md', 'README.md', 'SECURITY.md', ...filesUnder('docs', '.md')];
  const links = documents.flatMap((path) =>
    Array.from(textOf(path).matchAll(/\[(?:decision )?(\d+)\]\([\w./]*?(\d{4})-[\w-]+\.md\)/gi)),
  );

  expect(links.length).toBeGreaterThan(10);
  expect(links.filter(([, number, linked]) => Number(number) !== Number(linked)).map(([link]) => link)).toEqual([]);
});
