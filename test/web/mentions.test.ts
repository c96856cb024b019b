import { expect, test } from 'vitest';
import { mentionedIn } from '../../web/src/admin/applications/notes/mentions.ts';

const NAMES = ['Ann Lee', 'Ann Lee Smith', 'Zoë (Berlin)', 'Kim'];

test.each([
  ['@Ann Lee, please call them.', ['Ann Lee']],
  ['Ask @Ann Lee Smith.', ['Ann Lee Smith']],
  ['@Ann Lee and @Ann Lee Smith', ['Ann Lee', 'Ann Lee Smith']],
  ['@Ann Leeds, @Ann Lee-Smith and @Kimberly know more.', []],
  ['@Zoë (Berlin)\n@Kim', ['Zoë (Berlin)', 'Kim']],
  ['Kim called, and @ is no name.', []],
])('%j mentions %j', (text, mentioned) => {
  expect([...mentionedIn(text, NAMES)]).toEqual(mentioned);
});

test('without colleagues, nobody is mentioned', () => {
  expect(mentionedIn('@Kim', []).has('Kim')).toBe(false);
});
