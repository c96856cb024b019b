import type en from '../../en/common/palette.ts';

/** Die Befehlspalette. */
const palette: typeof en = {
  open: 'Suchen',
  placeholder: 'Seiten, Unternehmen und Personen finden',
  results: 'Ergebnisse',
  here: 'Auf dieser Seite',
  recent: 'Zuletzt geöffnet',
  applications: 'Bewerbungen',
  partners: 'Partner',
  clients: 'Kunden',
  people: 'Personen',
  team: 'ReachGenie-Team',
  inactive: 'Deaktiviert',
  pages: 'Seiten',
  do: 'Aktionen',
  changeLanguage: 'Sprache ändern: {{language}}',
  found_one: '{{count, number}} Treffer',
  found_other: '{{count, number}} Treffer',
  nothing: 'Keine Treffer für „{{text}}“',
  next: 'Nächste Schritte',
  note: 'Notiz zu {{company}} hinzufügen',
  assign: '{{company}} zuweisen',
  move: 'navigieren',
  enter: 'öffnen',
  peek: 'Vorschau',
  commandsOnly: 'nur Befehle',
};

export default palette;
