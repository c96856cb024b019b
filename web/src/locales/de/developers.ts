import type english from '../en/developers.ts';

const developers: typeof english = {
  title: 'Entwickler',
  make: 'Endpunkt erstellen',
  disabled: {
    title: 'Wir haben Webhook-Endpunkte deaktiviert',
    one: 'Wir haben diesen Endpunkt deaktiviert',
    means:
      'Er war dauerhaft gestört oder existiert nicht mehr. Beheben Sie die Ursache und aktivieren Sie ihn dann wieder. Verpasste Ereignisse bewahren wir 30 Tage auf, damit Sie sie erneut senden können.',
  },
};

export default developers;
