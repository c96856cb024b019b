/** Public providers with a domain in many countries, such as hotmail.rs and yahoo.com.br. */
const EVERYWHERE = /^(?:aol|gmx|hotmail|live|msn|outlook|yahoo|yandex)\.(?:com?\.)?[a-z]{2,3}$/;

/** Domains that the package lacks. A test reports entries that it has added since. */
export const NOT_IN_PACKAGE: readonly string[] = `
  012.net.il 9online.fr a1.net absamail.co.za airtelmail.in amis.net anonaddy.com asahi-net.or.jp barak.net.il
  batelco.com.bh bbox.fr bezeqint.net biglobe.ne.jp bih.net.ba brain.net.pk broadpark.no buziaczek.pl
  cegetel.net chello.at chello.hu chol.com clicknet.ro clix.pt comhem.se ctimail.com cyber.net.pk cytanet.com.cy
  dataone.in delfi.lt demon.co.uk digikabel.hu dion.ne.jp dir.bg disroot.org dreamwiz.com e-kolay.net eim.ae
  emirates.net.ae empal.com enternet.hu eonet.ne.jp euskalnet.net ewetel.net freechal.com freesurf.ch frisurf.no
  gbg.bg genion.de getmail.no glocalnet.net gnet.tn hanmir.com hi-ho.ne.jp hinet.net i-cable.com in.gr indigo.ie
  inet.hr inode.at internet.ru invitel.hu iol.cz iol.ie kabsi.at liwest.at luxweb.lu madasafish.com mail.kz
  mailbox.org mbox.bg menara.ma movistar.es mozmail.com mts.net mts.rs mycosmos.gr neostrada.pl net.hr
  netcabo.pt neti.ee nifty.com o2mail.de o2online.de ofir.dk one.lt online.ee online.ua open.telekom.rs
  orangemail.sk orcon.net.nz osnanet.de pacific.net.sg paran.com passagen.se passinbox.com passmail.net
  pathfinder.gr pchome.com.tw plala.or.jp pldtdsl.net plus.net proximus.be pt.lu ptt.rs quick.cz quickline.ch
  rdslink.ro riseup.net sancharnet.in sasktel.net saunalahti.fi scarlet.be seed.net.tw simplelogin.io siol.net
  sltnet.lk so-net.ne.jp starhub.net.sg startmail.com stofanet.dk stonline.sk streamyx.com sunrise.ch
  superonline.com swing.be swipnet.se t-com.hr t-home.mk takas.lt tele2.fr tele2.se teol.net tiscali.cz
  tm.net.my topnet.tn ttnet.net.tr tuta.com upcmail.hu utanet.at versanet.de vip.hr vodafone.de vodafonemail.de
  vodamail.co.za vsnl.com vsnl.net vtr.net vtxmail.ch wanadoo.nl welho.com wo.cn xmail.ru ya.com ymobile.ne.jp
  zebra.lt zohomail.com zohomail.eu zohomail.in zoznam.sk`
  .trim()
  .split(/\s+/);

/**
 * Recognizes domains of public email providers, so that two people there do not count as related. Loads the list of
 * company-email-validator on first use. No row stores the result, so updates apply immediately. Subdomains of a listed
 * domain count too.
 */
export async function publicMailDomains(): Promise<(domain: string) => boolean> {
  const { isCompanyDomain } = await import('company-email-validator');
  const isListed = (name: string) => EVERYWHERE.test(name) || NOT_IN_PACKAGE.includes(name) || !isCompanyDomain(name);
  return (domain) => {
    const labels = domain.split('.');
    return labels.some((_, index) => index < labels.length - 1 && isListed(labels.slice(index).join('.')));
  };
}
