import { LETTRES_ENJEU, libelleEnjeu } from './contrat';
import { verifierLogo } from './logo';
import { nomQpv, verifierCodeQpv } from './qpv';

describe('enjeux', () => {
  it('are named as on the sheet, and give the letter of the codes', () => {
    expect(libelleEnjeu({ type: 'transversal', numero: 1 })).toBe('Enjeu transversal 1');
    expect(LETTRES_ENJEU).toEqual({ transversal: 'T', thematique: 'E' });
  });
});

describe('quartiers', () => {
  it.each(['QN03709M', 'QN97102I', 'QN02A01N', 'QN02B03M', 'QN97601C'])('know the code %s', (code) => {
    expect(verifierCodeQpv(code)).toBeNull();
  });

  it.each(['QP037009', 'QN3709M', 'QN03709m', 'QN02C01N', 'QN03709X', ' QN03709M', 'QN03709M\n'])(
    'refuse the code « %s »',
    (code) => {
      expect(verifierCodeQpv(code)).toBe('Un code de quartier prioritaire s’écrit comme QN03709M.');
    },
  );

  it('bear the name that residents use, when there is one', () => {
    expect(nomQpv({ libelle: 'Sanitas', libelleEditorial: null })).toBe('Sanitas');
    expect(nomQpv({ libelle: 'Sanitas', libelleEditorial: 'Le Sanitas' })).toBe('Le Sanitas');
  });
});

describe('logo', () => {
  const svg = (contenu: string) =>
    `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg">${contenu}</svg>`)}`;

  it.each([
    ['a PNG', 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUg=='],
    ['an SVG that draws', svg('<defs><linearGradient id="a"/></defs><path fill="url(#a)" d="M0 0h9"/>')],
    ['an SVG in base64', `data:image/svg+xml;base64,${btoa('<svg viewBox="0 0 1 1"/>')}`],
  ])('may be %s', (_, logo) => {
    expect(verifierLogo(logo)).toBeNull();
  });

  it.each([
    ['an address', 'https://exemple.fr/logo.png'],
    ['a page', 'data:text/html,<p>Bonjour</p>'],
    ['a JPEG under the name of a PNG', 'data:image/png;base64,/9j/4AAQSkZJRg=='],
    ['a script', svg('<script>alert(1)</script>')],
    ['a handler', svg('<path OnLoad = "alert(1)"/>')],
    ['a link', svg('<a href="https://exemple.fr"><path/></a>')],
    ['an entity', svg('<!ENTITY x "y">')],
    ['a style that loads', svg('<style>@import "https://exemple.fr"</style>')],
    ['what cannot be read', 'data:image/svg+xml;base64,%%%'],
    ['nothing', ''],
  ])('is not %s', (_, logo) => {
    expect(verifierLogo(logo)).toMatch(/\.$/);
  });
});
