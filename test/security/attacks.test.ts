import { expect, test } from 'vitest';
import { areas } from '../mutants/areas.mutants.ts';
import { attackNumbers, attacksIn } from './attacks.ts';

test('each attack has a mutant, which removes its defense', () => {
  const mutants = Object.values(areas).flat();
  const tried = new Set(mutants.flatMap(({ defense }) => attacksIn(defense)));

  expect(attackNumbers.filter((number) => !tried.has(number))).toEqual([]);
});
