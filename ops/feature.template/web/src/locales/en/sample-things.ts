const sampleThings = {
  title: 'Sample things',
  add: 'Add sample thing',
  empty: 'You have no sample things yet',
  name: 'Name',
  partner: 'Partner',
  status: 'Status',
  none: 'No sample things yet',
  since: 'Created',
  statuses: { PENDING: 'Pending', APPROVED: 'Approved' },
  approve: 'Approve',
  approveMeans: 'We’ll email the user who created {{name}}. This can’t be undone.',
  created: '{{name}} was added.',
  approved: '{{name}} was approved.',
};

export default sampleThings;
