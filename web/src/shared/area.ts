import i18next from 'i18next';

/** For a route's loader: the texts of an area are there before its page is shown. */
export const withTexts = (area: 'apply' | 'admin' | 'portal' | 'security') => () => i18next.loadNamespaces(area);
