import type english from '../en/sample-things.ts';

const sampleThings: typeof english = {
  title: 'Musterstücke',
  add: 'Musterstück anlegen',
  empty: 'Noch keine Musterstücke vorhanden',
  name: 'Name',
  partner: 'Partner',
  status: 'Status',
  none: 'Noch keine Musterstücke',
  since: 'Angelegt',
  statuses: { PENDING: 'Ausstehend', APPROVED: 'Genehmigt' },
  approve: 'Genehmigen',
  approveMeans: 'Die Person, die {{name}} angelegt hat, erhält eine E-Mail. Das lässt sich nicht rückgängig machen.',
  created: '{{name}} wurde angelegt.',
  approved: '{{name}} wurde genehmigt.',
};

export default sampleThings;
