import { v7 as uuid } from 'uuid';
import { expect, test } from 'vitest';
import { asPlatform } from '../../src/core/database/tenancy.ts';
import { writeOnce } from '../../src/core/idempotency/idempotency.ts';
import { useApi } from '../support/api.ts';

const api = useApi();

test('a key belongs to one caller and one operation', async () => {
  const em = asPlatform(api.app.orm.em);
  const scope = { caller: uuid(), operation: 'createThing', key: 'the same', input: { name: 'x' } };
  const others = [scope, { ...scope, operation: 'createOther' }, { ...scope, caller: uuid() }];

  const answers = [];
  for (const [index, other] of others.entries()) answers.push(await writeOnce(em, other, { index }, []));

  expect(answers).toEqual([{ index: 0 }, { index: 1 }, { index: 2 }]);
  expect(await writeOnce(em, scope, { index: 3 }, [])).toEqual({ index: 0 });
});

test('an input with the same properties in another order is the same input', async () => {
  const em = asPlatform(api.app.orm.em);
  const scope = { caller: uuid(), operation: 'createThing', key: 'the same' };

  await writeOnce(em, { ...scope, input: { name: 'x', more: { one: 1, two: 2 } } }, { index: 0 }, []);
  const again = writeOnce(em, { ...scope, input: { more: { two: 2, one: 1 }, name: 'x' } }, { index: 1 }, []);

  expect(await again).toEqual({ index: 0 });
});
