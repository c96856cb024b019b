import { WebhookDeliveryStatus } from '../generated/enums.ts';
import { moment, oneOf, pageSearch, tabSearch, text, texts, type PageSearch } from '../shared/data/search.ts';

/** The tab of the page for developers, and the endpoint in the peek panel. */
export interface DevelopersSearch extends PageSearch<string> {
  tab?: string | undefined;
  peek?: string | undefined;
}

export const developersSearch = (search: Record<string, unknown>): DevelopersSearch => ({
  ...pageSearch<string>(search, {}),
  ...tabSearch(search),
  peek: text(search['peek'], 36),
});

/** The tab of an endpoint's page, and its deliveries. */
export interface DeliveriesSearch extends PageSearch<string> {
  tab?: string | undefined;
  status?: WebhookDeliveryStatus | undefined;
  types?: string[] | undefined;
  createdFrom?: string | undefined;
  createdTo?: string | undefined;
  peek?: string | undefined;
}

export const deliveriesSearch = (search: Record<string, unknown>): DeliveriesSearch => ({
  ...pageSearch<string>(search, {}),
  ...tabSearch(search),
  status: oneOf(WebhookDeliveryStatus, search['status']),
  types: texts(search['types'], 60),
  createdFrom: moment(search['createdFrom']),
  createdTo: moment(search['createdTo']),
  peek: text(search['peek'], 36),
});
