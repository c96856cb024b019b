/** The command palette. */
const palette = {
  open: 'Search',
  placeholder: 'Find pages, companies and people',
  results: 'Results',
  here: 'On this page',
  recent: 'Recent',
  applications: 'Applications',
  partners: 'Partners',
  clients: 'Clients',
  people: 'People',
  team: 'ReachGenie team',
  inactive: 'Deactivated',
  pages: 'Pages',
  do: 'Actions',
  changeLanguage: 'Change the language to {{language}}',
  found_one: '{{count, number}} found',
  found_other: '{{count, number}} found',
  nothing: 'Nothing found for “{{text}}”',
  next: 'Next steps',
  note: 'Add a note to {{company}}',
  assign: 'Assign {{company}}',
  move: 'move',
  enter: 'open',
  peek: 'peek',
  commandsOnly: 'commands only',
};

export default palette;
