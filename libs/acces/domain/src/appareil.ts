/** Longest name of a device, in characters. */
export const APPAREIL_MAX = 80;

const NAVIGATEURS: readonly [RegExp, string][] = [
  [/\bEdg(e|A|iOS)?\//, 'Edge'],
  [/\b(OPR|Opera)\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|CriOS|Chromium|HeadlessChrome)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];

const SYSTEMES: readonly [RegExp, string][] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'Mac'],
  [/CrOS/, 'Chromebook'],
  [/Linux|X11/, 'Linux'],
];

const reconnaitre = (agent: string, connus: readonly [RegExp, string][]): string | undefined =>
  connus.find(([motif]) => motif.test(agent))?.[1];

/** A device in words (« Firefox sur Windows »), from what a browser says of itself; neither version nor model is kept. */
export function direAppareil(agent: string): string {
  const navigateur = reconnaitre(agent, NAVIGATEURS);
  const systeme = reconnaitre(agent, SYSTEMES);
  if (navigateur && systeme) return `${navigateur} sur ${systeme}`;
  return navigateur ?? systeme ?? 'Appareil inconnu';
}

/**
 * The network that an address belongs to, all that the log of connexions keeps of it: three bytes of four of an IPv4
 * address (`192.0.2.0/24`), three groups of an IPv6 one (`2001:db8:1::/48`); empty when it is neither.
 */
export function tronquerAdresse(adresse: string): string {
  const v4 = /^(?:::ffff:)?(\d{1,3}\.\d{1,3}\.\d{1,3})\.\d{1,3}$/i.exec(adresse);
  if (v4) return `${v4[1]}.0/24`;
  if (!/^[\da-f:]{2,45}(%\w+)?$/i.test(adresse) || !adresse.includes(':')) return '';
  const groupes = (adresse.split('::')[0] ?? '').split(':').slice(0, 3);
  return `${[...groupes, '0', '0', '0']
    .slice(0, 3)
    .map((groupe) => groupe || '0')
    .join(':')}::/48`;
}
