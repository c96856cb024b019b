import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CompanyChange } from '../../src/company/company-change.entity.ts';

const STEPS = {
  approve: (change: CompanyChange) => change.approve('admin', null),
  reject: (change: CompanyChange) => change.reject('admin', 'No.'),
  withdraw: (change: CompanyChange) => change.withdraw(),
};

const STATUS = { approve: 'APPROVED', reject: 'REJECTED', withdraw: 'WITHDRAWN' };

test('after any steps, a change has the status of the first, and the others were refused', () => {
  const steps = fc.array(fc.constantFrom(...(Object.keys(STEPS) as (keyof typeof STEPS)[])), { maxLength: 6 });

  fc.assert(
    fc.property(steps, (taken) => {
      const change = new CompanyChange();

      const refused = taken.filter((step) => {
        const before = { ...change };
        try {
          STEPS[step](change);
          return false;
        } catch (error) {
          expect(error).toMatchObject({ code: 'CONFLICT', details: { reason: 'COMPANY_CHANGE_STATUS' } });
          expect({ ...change }).toEqual(before);
          return true;
        }
      });

      const [first] = taken;
      expect(change.status).toBe(first === undefined ? 'PENDING' : STATUS[first]);
      expect(refused).toHaveLength(Math.max(0, taken.length - 1));
      expect(change.closedAt == null).toBe(first === undefined);
      expect(change.decidedBy != null).toBe(first === 'approve' || first === 'reject');
    }),
  );
});
