/** The names under which these give anyone an address, each in the domain of many countries: hotmail.rs, yahoo.com.br. */
const EVERYWHERE = /^(?:aol|gmx|hotmail|live|msn|outlook|yahoo|yandex)\.(?:com?\.)?[a-z]{2,3}$/;

/** What the package lacks. A test says when an entry is no longer needed. */
export const NOT_IN_PACKAGE: readonly string[] = `
  bbox.fr cegetel.net comhem.se dir.bg disroot.org emirates.net.ae in.gr luxweb.lu mailbox.org mozmail.com
  mts.rs net.hr netcabo.pt nifty.com pathfinder.gr pt.lu riseup.net saunalahti.fi siol.net startmail.com
  sunrise.ch superonline.com tuta.com vip.hr vodafone.de vtr.net vtxmail.ch zohomail.com zohomail.eu zoznam.sk`
  .trim()
  .split(/\s+/);

/**
 * Tells whether a domain is of a mail provider that gives anyone an address, so that two people there have nothing in common. The
 * list is a package's (company-email-validator), loaded when it is first needed; its updates apply at once, because no row stores
 * what it says. A domain below one of the list is of the same provider: Fastmail gives its users such.
 */
export async function publicMailDomains(): Promise<(domain: string) => boolean> {
  const { isCompanyDomain } = await import('company-email-validator');
  const isListed = (name: string) => EVERYWHERE.test(name) || NOT_IN_PACKAGE.includes(name) || !isCompanyDomain(name);
  return (domain) => {
    const labels = domain.split('.');
    return labels.some((_, index) => index < labels.length - 1 && isListed(labels.slice(index).join('.')));
  };
}
