import { Parser } from 'htmlparser2';

const ADRESSE_SURE = /^(https?:\/\/|mailto:|\/(?!\/)|#|\?|data:image\/(png|svg\+xml|gif)|[\w.-]+(\/|$|\?|#))/i;
const ADRESSES = ['href', 'src', 'action', 'formaction', 'xlink:href', 'poster', 'data', 'ping', 'srcset'];
const BALISES_ACTIVES = ['script', 'iframe', 'object', 'embed', 'base', 'template', 'portal', 'applet', 'frame'];

/** What a browser would run, or fetch from elsewhere, in an HTML text. */
export function dangersDe(html: string): string[] {
  const dangers: string[] = [];
  const lecteur = new Parser({
    onopentag: (balise, attributs) => {
      if (BALISES_ACTIVES.includes(balise)) dangers.push(`<${balise}>`);
      if (balise === 'meta' && 'http-equiv' in attributs) dangers.push('<meta http-equiv>');
      for (const [nom, valeur] of Object.entries(attributs)) {
        if (nom.startsWith('on') || nom === 'style' || nom === 'srcdoc') dangers.push(`<${balise} ${nom}>`);
        if (ADRESSES.includes(nom) && valeur !== '' && !ADRESSE_SURE.test(valeur)) {
          dangers.push(`<${balise} ${nom}="${valeur.slice(0, 60)}">`);
        }
      }
    },
  });
  lecteur.end(html);
  return dangers;
}

const PERMISES = ['p', 'strong', 'em', 'a', 'br', 'ul', 'li'];

/** What a rich text of the house may not hold: another tag, another attribute, another kind of link. */
export function horsDuTexteRiche(html: string): string[] {
  const ecarts = dangersDe(html);
  const lecteur = new Parser({
    onopentag: (balise, attributs) => {
      if (!PERMISES.includes(balise)) ecarts.push(`<${balise}>`);
      const noms = Object.keys(attributs).filter((nom) => balise !== 'a' || nom !== 'href');
      if (noms.length > 0) ecarts.push(`<${balise} ${noms.join(' ')}>`);
      if ('href' in attributs && !/^(https?:\/\/|mailto:|[^:]*$)/i.test(attributs['href'])) {
        ecarts.push(`href ${attributs['href']}`);
      }
    },
    oncomment: () => ecarts.push('<!-- -->'),
    onprocessinginstruction: (nom) => ecarts.push(nom),
  });
  lecteur.end(html);
  return ecarts;
}
