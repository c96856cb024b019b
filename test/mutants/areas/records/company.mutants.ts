import { inFile } from '../../mutant.ts';

export const company = [
  ...inFile(
    'src/company/company-change.service.ts',
    ['test/company/decide-company-change.test.ts'],
    [
      [
        'an approval is refused if the account has changed since the request',
        'if (differences(before, detailsOf(account)).length > 0) {',
        'if (false) {',
      ],
      ['a decision tells the owners', 'await tellOfDecision(ctx, em, change);', ''],
    ],
  ),
  ...inFile(
    'src/company/company-change.entity.ts',
    ['test/company/decide-company-change.test.ts', 'test/company/company-change-states.test.ts'],
    [['a request is closed once', 'if (this.status !== PENDING) throw isClosed(this.status);', '']],
  ),
  ...inFile(
    'src/company/company.service.ts',
    ['test/company/update-company.test.ts'],
    [
      [
        'a request is refused if another owner was faster',
        'requireVersion(await companyIn(em, resellerId), expectedVersion);',
        '',
      ],
      ['a partner has ten requests in a day', 'await countRequest(em, account.id);', ''],
      ['a new request closes the pending one', 'pending?.withdraw();', ''],
    ],
  ),
];
