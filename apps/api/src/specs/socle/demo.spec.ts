import { verifierMotDePasse } from '@pleniere/acces/domain';
import { completude, type ContenuFiche, type StatutFiche } from '@pleniere/fiches/domain';
import { type Indicateur, type TypeIndicateur, verifierSaisie } from '@pleniere/indicateurs/domain';
import { comparerArretes, type ContenuArrete } from '@pleniere/plenieres/domain';
import { ETATS_QUESTION } from '@pleniere/participation/domain';
import { chargerDemo } from '../../seeds/demo/charger-demo';
import { COMPTES_DEMO } from '../../seeds/demo/comptes';
import { type BaseDemo, ouvrirDemo } from '../../testing/poser/demo';

let demo: BaseDemo;

const lire = <T>(texte: string, valeurs: unknown[] = []): Promise<T[]> => demo.source.query<T[]>(texte, valeurs);
const compter = async (texte: string): Promise<number> =>
  (await lire<{ n: number }>(`select count(*)::int as n ${texte}`))[0]?.n ?? 0;
const DE_TMVL = `contrat_id = (select id from contrat where epci_siren = '243700754')`;

interface FicheDeTest {
  code: string;
  statut: StatutFiche;
  contenu: Partial<ContenuFiche>;
  champs: Record<string, { version: number; modifieLe: string; modifiePar: string }>;
  champs_remplis: number;
  types: TypeIndicateur[];
}

const FICHES = `select code, statut, contenu, champs, champs_remplis,
  array(select distinct type from indicateur i where (i.contrat_id, i.fiche_id) = (f.contrat_id, f.id)) as types
  from fiche f order by lettre, enjeu_numero, rang`;

beforeAll(async () => {
  demo = await ouvrirDemo('demo');
});
afterAll(() => demo.fermer());

describe('the frame of the demo', () => {
  it('holds two contrats, the 13 quarters of the métropole with their contours, its 22 communes and 7 enjeux', async () => {
    expect(await compter('from contrat')).toBe(2);
    expect(await compter(`from qpv where ${DE_TMVL} and contour is not null`)).toBe(13);
    expect(await compter(`from qpv where ${DE_TMVL} and npnru`)).toBe(4);
    expect(await compter(`from commune where ${DE_TMVL}`)).toBe(22);
    expect(
      await lire(`select type, count(*)::int as n from enjeu where ${DE_TMVL} group by type order by type`),
    ).toEqual([
      { type: 'thematique', n: 4 },
      { type: 'transversal', n: 3 },
    ]);
    expect(await compter(`from organisation where ${DE_TMVL}`)).toBeGreaterThanOrEqual(20);
  });

  it('lets at least eight people of five roles act, under the password that is announced', async () => {
    const habilites = await lire<{ email: string; role: string; nom: string }>(
      'select c.email, h.role, h.nom from habilitation h join compte c on (c.contrat_id, c.id) = (h.contrat_id, h.compte_id)',
    );

    expect(habilites.length).toBeGreaterThanOrEqual(8);
    expect(new Set(habilites.map(({ role }) => role)).size).toBe(5);
    expect(habilites.map(({ email }) => email).sort()).toEqual(COMPTES_DEMO.map(({ email }) => email).sort());
    expect(COMPTES_DEMO.map(({ motDePasse }) => verifierMotDePasse(motDePasse))).toEqual(COMPTES_DEMO.map(() => null));
  });

  it('keeps e-mails to its people, with links to where it answers', async () => {
    const courriels = await lire<{ statut: string; texte: string }>(
      `select statut, texte from courriel where ${DE_TMVL}`,
    );
    expect(courriels.length).toBeGreaterThanOrEqual(3);
    expect(new Set(courriels.map(({ statut }) => statut))).toEqual(new Set(['retenu']));
    expect(courriels.every(({ texte }) => texte.includes('http://127.0.0.1:4300/'))).toBe(true);
  });

  it('changes nothing when it is loaded a second time', async () => {
    const avant = await compter('from journal');
    await chargerDemo(demo.source);

    expect(await compter('from contrat')).toBe(2);
    expect(await compter('from journal')).toBe(avant);
  });
});

describe('the fiche T 1.1 of the demo', () => {
  it('has its 27 fields, six indicators in three types, actions and the déclinaisons of the four villes', async () => {
    const [fiche] = await lire<FicheDeTest & { id: string }>(
      FICHES.replace('order by', `where ${DE_TMVL} and code = 'T1.1' order by`),
    );

    expect(completude(fiche?.contenu ?? {}, fiche?.types ?? [])).toEqual({ remplis: 27, total: 27, manques: [] });
    const deT11 = `${DE_TMVL} and fiche_id = (select id from fiche where ${DE_TMVL} and code = 'T1.1')`;
    expect(
      await lire(`select type, count(*)::int as n from indicateur where ${deT11} group by type order by type`),
    ).toEqual([
      { type: 'impact', n: 2 },
      { type: 'realisation', n: 2 },
      { type: 'resultat', n: 2 },
    ]);
    expect(await compter(`from action where ${deT11}`)).toBeGreaterThanOrEqual(5);
    expect(await compter(`from declinaison where ${deT11} and meteo is not null`)).toBe(4);
  });

  it('has uneven values for the 13 quarters: gaps, absences, a zero and an estimate', async () => {
    const [valeurs] = await lire<Record<string, number>>(`
      select count(distinct qpv_code)::int as quartiers, count(*) filter (where absence = 'nd')::int as nd,
        count(*) filter (where absence = 'non-concerne')::int as nc, count(*) filter (where valeur_num = 0)::int as zeros,
        count(*) filter (where qualite = 'estimee')::int as estimees, 3 * 13 * 2 - count(*)::int as trous
      from valeur v join indicateur i on (i.contrat_id, i.id) = (v.contrat_id, v.indicateur_id)
      join fiche f on (f.contrat_id, f.id) = (i.contrat_id, i.fiche_id)
      where f.code = 'T1.1' and v.qpv_code is not null and v.ventilation = 'total' and f.${DE_TMVL}`);

    expect(valeurs?.['quartiers']).toBe(13);
    for (const sorte of ['nd', 'nc', 'zeros', 'estimees', 'trous']) expect(valeurs?.[sorte]).toBeGreaterThan(0);
  });
});

describe('what is said of the values of the demo', () => {
  it('is doubts, a return, two contestations and two files that open', async () => {
    expect(await compter(`from valeur where ${DE_TMVL} and statut = 'brouillon' and retour <> ''`)).toBe(1);
    expect(await lire(`select statut from contestation where ${DE_TMVL} order by statut`)).toEqual([
      { statut: 'ouverte' },
      { statut: 'refusee' },
    ]);
    const pieces = await lire<{ debut: string; personnelles: boolean; fidele: boolean }>(
      `select convert_from(substr(contenu, 1, 8), 'utf8') as debut, donnees_personnelles as personnelles,
         encode(sha256(contenu), 'hex') = sha256 and length(contenu) = taille as fidele
       from piece where ${DE_TMVL} order by donnees_personnelles`,
    );
    expect(pieces).toEqual([
      { debut: '\uFEFFdate;', personnelles: false, fidele: true },
      { debut: '%PDF-1.4', personnelles: true, fidele: true },
    ]);
    // The contested figures are those that stand.
    expect(
      await compter(`from contestation c join valeur v using (contrat_id, indicateur_id, annee, territoire, ventilation)
        where to_jsonb(v.valeur_num) = c.valeur_contestee -> 'valeur'`),
    ).toBe(2);
  });
});

describe('what is said of the fiches of the demo', () => {
  it('is threads in every circle on three fiches, a question that is late, one that is answered, and notes', async () => {
    const lire = async (requete: string) => (await demo.source.query<{ v: string }[]>(requete)).map(({ v }) => v);
    expect(await lire('select distinct visibilite as v from fil order by 1')).toEqual(['equipe', 'etat', 'tous']);
    expect(
      await lire(`select distinct f.code as v from fil l join fiche f on f.id = l.fiche_id order by 1`),
    ).toHaveLength(3);
    expect(
      await lire(`select m.texte as v from fil_message m join fil_mention n on n.message_id = m.id
      join personne p on p.id = n.personne_id where position('@' || p.nom in m.texte) = 0`),
    ).toEqual([]);
    expect(
      await lire(`select statut || ' ' || (echeance < '2026-11-22') as v from demande_precision order by echeance`),
    ).toEqual(['ouverte true', 'repondue true', 'ouverte false']);
    expect(
      await lire(`select l.element_id as v from fil l join fiche f on f.id = l.fiche_id
      where l.element_id is not null and position(l.element_id in f.contenu::text) = 0`),
    ).toEqual([]);
    expect(await lire('select auteur as v from note_terrain order by 1')).toHaveLength(2);
  });
});

describe('every fiche of the demo', () => {
  let fiches: FicheDeTest[];
  beforeAll(async () => {
    fiches = await lire<FicheDeTest>(FICHES);
  });

  it('counts at least fourteen, most in force, and some in every other statut', async () => {
    const enVigueur = await compter('from fiche_en_vigueur');
    const combien = (statut: StatutFiche): number => fiches.filter((fiche) => fiche.statut === statut).length;

    expect(fiches.length).toBeGreaterThanOrEqual(16);
    expect(enVigueur).toBeGreaterThan(fiches.length / 2);
    expect(combien('relecture')).toBe(1);
    expect(combien('avis')).toBe(2);
    expect(combien('archive')).toBe(1);
    expect(combien('brouillon')).toBeGreaterThanOrEqual(2);
  });

  it('in force or in relecture lacks no required field', () => {
    const soumises = fiches.filter(({ statut }) => statut !== 'brouillon');
    const manques = soumises.flatMap(({ code, contenu, types }) =>
      completude(contenu, types)
        .manques.filter(({ obligatoire }) => obligatoire)
        .map(({ champ }) => `${code} ${champ}`),
    );

    expect(manques).toEqual([]);
  });

  it('tells who wrote each field, and how many are filled', () => {
    for (const { contenu, champs, champs_remplis } of fiches) {
      expect(Object.keys(champs).sort()).toEqual(Object.keys(contenu).sort());
      expect(champs_remplis).toBe(completude(contenu, []).remplis);
    }
  });

  it('explains every weather that is not fair', async () => {
    const muettes = `from declinaison where meteo <> 'soleil' and meteo_explication = ''`;

    expect(await compter(muettes)).toBe(0);
    expect(await compter(`from declinaison where meteo = 'orage'`)).toBe(1);
  });

  it('moved this autumn: values, fields, weather and circuit, by several people', async () => {
    const objets = await lire<{ objet: string; auteurs: number }>(
      `select objet, count(distinct auteur)::int as auteurs from journal where quand >= '2026-10-01' group by objet`,
    );

    expect(objets.map(({ objet }) => objet).sort()).toEqual([
      'action',
      'avis',
      'declinaison',
      'fiche',
      'question',
      'valeur',
    ]);
    expect(Math.max(...objets.map(({ auteurs }) => auteurs))).toBeGreaterThanOrEqual(4);
  });

  it('holds only values that its indicators accept', async () => {
    const cellules = await lire<{ indicateur: Indicateur; saisie: Parameters<typeof verifierSaisie>[0] }>(`
      select json_build_object('type', i.type, 'ventilations', i.ventilations, 'nature', nature, 'decimales', decimales, 'maille', maille, 'periodicite', periodicite,
          'anneesPonctuelles', annees_ponctuelles, 'modalites', i.modalites, 'ventilations', i.ventilations) as indicateur,
        json_build_object('annee', annee, 'territoire', territoire, 'ventilation', ventilation, 'absence', absence,
          'valeur', coalesce(to_json(valeur_num), to_json(valeur_texte), to_json(v.modalites))) as saisie
      from valeur v join indicateur i on (i.contrat_id, i.id) = (v.contrat_id, v.indicateur_id)`);
    const periode = { anneeDebut: 2024, anneeFin: 2030 };
    const refus = cellules.flatMap(({ saisie, indicateur }) => verifierSaisie(saisie, indicateur, periode, 2026) ?? []);

    expect(cellules.length).toBeGreaterThan(200);
    expect(refus).toEqual([]);
  });
});

describe('the questions of the demo', () => {
  it('stand in every état, with two answers late, one family, and answers that residents judged', async () => {
    const etats = await lire<{ etat: string }>(`select distinct etat from question_habitant where ${DE_TMVL}`);
    expect(etats.map(({ etat }) => etat).sort()).toEqual([...ETATS_QUESTION].sort());
    expect(await compter(`from question_habitant where ${DE_TMVL}`)).toBeGreaterThanOrEqual(35);
    const retard = `etat = 'attribuee' and echeance < '2026-11-22'`;
    expect(await compter(`from question_habitant where ${DE_TMVL} and ${retard}`)).toBe(2);
    expect(await compter(`from question_habitant where ${DE_TMVL} and etat = 'rattachee'`)).toBe(3);
    expect(await compter(`from retour_reponse where ${DE_TMVL} and not utile`)).toBeGreaterThan(10);
  });
});

describe('the arrêté of the first Plénière', () => {
  it('holds what was in force that day, its decisions still to be done, and no figure of a later year', async () => {
    const [arrete] = await lire<{ contenu: string; titre: string }>(
      'select titre, contenu from arrete where numero = 1',
    );
    const { fiches, decisions, seance } = JSON.parse(arrete?.contenu ?? '') as ContenuArrete;
    expect(arrete?.titre).toBe('Assemblée Plénière de décembre 2024');
    expect(seance?.date).toBe('2024-12-12');
    expect(fiches.length).toBeGreaterThanOrEqual(8);
    expect(decisions.map(({ statut }) => statut)).toEqual(['a-faire', 'a-faire']);
    const annees = fiches.flatMap(({ indicateurs }) => indicateurs.flatMap(({ valeurs }) => valeurs));
    expect(new Set(annees.map(({ annee }) => annee))).toEqual(new Set([2024]));
  });

  it('is followed a year later by another one, that says how far things went', async () => {
    const lus = await lire<{ contenu: string }>('select contenu from arrete order by numero');
    const [avant, apres] = lus.map(({ contenu }) => JSON.parse(contenu) as ContenuArrete);
    if (!avant || !apres) throw new Error('Deux arrêtés sont attendus.');
    const evolution = comparerArretes(avant, apres);
    const changees = evolution.enjeux.flatMap((enjeu) => enjeu.changees);
    expect(evolution.enjeux.flatMap(({ ajoutees }) => ajoutees.map(({ code }) => code))).toEqual(['E4.3']);
    expect(changees.filter(({ champs }) => champs.length > 0).map(({ code }) => code)).toEqual([
      'T1.1',
      'T1.2',
      'E1.1',
    ]);
    expect(changees.flatMap(({ meteo }) => (meteo ? [meteo.apres] : [])).length).toBeGreaterThan(0);
    expect(changees.flatMap(({ indicateurs }) => indicateurs.flatMap(({ cibles }) => cibles)).length).toBeGreaterThan(
      0,
    );
    expect(evolution.decisions.faites).toHaveLength(2);
    expect(evolution.decisions.enRetard).toHaveLength(1);
  });
});

describe('the texts of the demo', () => {
  const TABLES = [
    'contrat',
    'commune',
    'qpv',
    'enjeu',
    'orientation',
    'organisation',
    'personne',
    'fiche',
    'indicateur',
    'valeur',
    'action',
    'declinaison',
    'revision',
    'avis',
    'question_habitant',
    'reponse',
  ];
  const FAUTES: Readonly<Record<string, RegExp>> = {
    'U+202F before ; ! ? %': /(?<!\u202F)[;!?%]/u,
    'U+00A0 before a colon': /(?<!\u00A0):(?!\/\/)/u,
    'U+00A0 inside guillemets': /«(?!\u00A0)|(?<!\u00A0)»/u,
    'curly apostrophes': /\p{L}'\p{L}/u,
    'no double space': / {2}/,
  };

  it('follow French typography', async () => {
    const textes = (
      await Promise.all(
        TABLES.map((table) =>
          lire<{ texte: string }>(`
            select distinct t #>> '{}' as texte
            from ${table} x, jsonb_path_query(to_jsonb(x) - 'logo' - 'document' - 'modifie_le' - 'cree_le' - 'champs', 'strict $.**') t
            where jsonb_typeof(t) = 'string'`),
        ),
      )
    ).flat();
    const prose = textes.map(({ texte }) => texte).filter((texte) => /\s/.test(texte) && !texte.startsWith('https://'));
    const fautes = Object.entries(FAUTES).flatMap(([regle, motif]) =>
      prose.filter((texte) => motif.test(texte.replace(/<[^>]*>|&\w+;/g, ''))).map((texte) => `${regle} — ${texte}`),
    );

    expect(prose.length).toBeGreaterThan(300);
    expect(fautes).toEqual([]);
  });
});
