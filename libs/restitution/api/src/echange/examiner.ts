import { LETTRES_ENJEU, libelleEnjeu, type TypeEnjeu } from '@pleniere/contrat/domain';
import { codeAffiche, codeCanonique, lireCode } from '@pleniere/fiches/domain';
import type { ApercuEchange, ChoixEchange, Echange, FicheAImporter } from '@pleniere/restitution/domain';
import { accorder } from '@pleniere/shared/domain';
import type { EntityManager } from 'typeorm';

/** What the contrat that takes a file in already holds, by code or name. */
export interface DejaLa {
  anneeDebut: number;
  anneeFin: number;
  communes: string[];
  quartiers: string[];
  enjeux: {
    id: string;
    type: TypeEnjeu;
    numero: number;
    intitule: string;
    orientations: { id: string; texte: string }[];
  }[];
  organisations: { id: string; nom: string }[];
  /** Codes of every fiche, archived ones among them: a code serves once. */
  codes: string[];
}

const DEJA_LA = `
  select json_build_object('anneeDebut', c.annee_debut, 'anneeFin', c.annee_fin,
    'communes', array(select code from commune where contrat_id = c.id),
    'quartiers', array(select code from qpv where contrat_id = c.id),
    'enjeux', (select coalesce(json_agg(json_build_object('id', e.id, 'type', e.type, 'numero', e.numero,
        'intitule', e.intitule, 'orientations', (
          select coalesce(json_agg(json_build_object('id', o.id, 'texte', o.texte) order by o.id), '[]')
          from orientation o where (o.contrat_id, o.enjeu_id) = (e.contrat_id, e.id)))), '[]')
      from enjeu e where e.contrat_id = c.id),
    'organisations', (select coalesce(json_agg(json_build_object('id', id, 'nom', nom)), '[]')
      from organisation where contrat_id = c.id),
    'codes', array(select code from fiche where contrat_id = c.id)
  ) as reponse
  from contrat c where c.id = $1`;

/** Reads what the contrat already holds. */
export async function lireDejaLa(tx: EntityManager, contratId: string): Promise<DejaLa> {
  const [ligne] = await tx.query<{ reponse: DejaLa }[]>(DEJA_LA, [contratId]);
  if (!ligne) throw new Error(`no contrat ${contratId}`);
  return ligne.reponse;
}

/** The code that each fiche of a file would bear: its own, or the next free one under its enjeu. */
function attribuerCodes(echange: Echange, prises: readonly string[], choix: ChoixEchange): FicheAImporter[] {
  const pris = new Set(prises);
  const voulus = new Set(echange.fiches.map(({ code }) => code));
  return echange.fiches.map(({ code, contenu }) => {
    const titre = typeof contenu.titre === 'string' ? contenu.titre : '';
    if (!pris.has(code)) return { code, titre, codeFinal: code, prise: false };
    if (choix.conflits === 'refuser') return { code, titre, codeFinal: null, prise: true };
    const { lettre = '', enjeu = 0 } = lireCode(code) ?? {};
    let rang = 1;
    const candidat = () => codeCanonique({ lettre, enjeu, rang });
    while (pris.has(candidat()) || voulus.has(candidat())) rang++;
    pris.add(candidat());
    return { code, titre, codeFinal: candidat(), prise: true };
  });
}

const LOIN =
  'Les personnes ne voyagent pas\u00A0: les référents gardent leur fonction, les déclinaisons n’en ont plus.';

function alertesDe(echange: Echange, deja: DejaLa): string[] {
  const { contrat, enjeux, organisations } = echange;
  const gardes = enjeux.flatMap((enjeu) => {
    const la = deja.enjeux.find(({ type, numero }) => type === enjeu.type && numero === enjeu.numero);
    return la && la.intitule !== enjeu.intitule
      ? [
          `${libelleEnjeu(enjeu)} existe déjà sous l’intitulé «\u00A0${la.intitule}\u00A0»\u00A0: il est gardé tel quel.`,
        ]
      : [];
  });
  const connues = new Set(deja.organisations.map(({ nom }) => nom));
  const reprises = organisations.filter(({ nom }) => connues.has(nom)).length;
  const annees = contrat.anneeDebut !== deja.anneeDebut || contrat.anneeFin !== deja.anneeFin;
  return [
    ...gardes,
    ...(reprises > 0
      ? [
          `${accorder(reprises, 'organisation existe', 'organisations existent')} déjà sous le même nom\u00A0: rien n’en est changé.`,
        ]
      : []),
    ...(annees
      ? [
          `Le fichier couvre ${contrat.anneeDebut}-${contrat.anneeFin}, ce contrat ${deja.anneeDebut}-${deja.anneeFin}\u00A0: une valeur hors de ces années sera refusée.`,
        ]
      : []),
    ...(echange.fiches.length > 0 ? [LOIN] : []),
  ];
}

const manquants = <T>(elements: readonly T[], connus: readonly string[], cle: (element: T) => string): T[] => {
  const la = new Set(connus);
  return elements.filter((element) => !la.has(cle(element)));
};

/** What the contrat lacks of the frame of a file; an orientation goes with the code of its enjeu. */
export type Manque = Pick<Echange, 'communes' | 'quartiers' | 'enjeux' | 'organisations'> & {
  orientations: { enjeu: string; texte: string }[];
};

/** What taking a file in would create of the frame. */
export function aCreer(echange: Echange, deja: DejaLa): Manque {
  const cleEnjeu = ({ type, numero }: { type: TypeEnjeu; numero: number }) => `${LETTRES_ENJEU[type]}${numero}`;
  const enjeux = manquants(echange.enjeux, deja.enjeux.map(cleEnjeu), cleEnjeu);
  const orientations = echange.enjeux.flatMap((enjeu) => {
    const la = deja.enjeux.find((autre) => cleEnjeu(autre) === cleEnjeu(enjeu));
    const connues = la?.orientations.map(({ texte }) => texte) ?? [];
    return manquants(enjeu.orientations, connues, (texte) => texte).map((texte) => ({ enjeu: cleEnjeu(enjeu), texte }));
  });
  return {
    communes: manquants(echange.communes, deja.communes, ({ code }) => code),
    quartiers: manquants(echange.quartiers, deja.quartiers, ({ code }) => code),
    enjeux,
    orientations,
    organisations: manquants(
      echange.organisations,
      deja.organisations.map(({ nom }) => nom),
      ({ nom }) => nom,
    ),
  };
}

/** What taking a file in would write in the contrat as it stands; writes nothing. */
export function examiner(echange: Echange, deja: DejaLa, choix: ChoixEchange): ApercuEchange {
  const { communes, quartiers, enjeux, orientations, organisations } = aCreer(echange, deja);
  const fiches = attribuerCodes(echange, deja.codes, choix);
  const somme = (compter: (fiche: Echange['fiches'][number]) => number) =>
    echange.fiches.reduce((total, fiche) => total + compter(fiche), 0);
  return {
    source: echange.contrat,
    fiches,
    crees: {
      ...{ communes: communes.length, quartiers: quartiers.length, enjeux: enjeux.length },
      ...{ orientations: orientations.length, organisations: organisations.length, fiches: fiches.length },
      actions: somme(({ actions }) => actions.length),
      declinaisons: somme(({ declinaisons }) => declinaisons.length),
      indicateurs: somme(({ indicateurs }) => indicateurs.length),
      valeurs: somme(({ indicateurs }) => indicateurs.reduce((total, { valeurs }) => total + valeurs.length, 0)),
    },
    alertes: alertesDe(echange, deja),
    bloque: fiches.some(({ codeFinal }) => codeFinal === null),
  };
}

/** Why nothing came in: the codes that are taken. */
export function direPrises(fiches: readonly FicheAImporter[]): string {
  const codes = fiches.filter(({ prise }) => prise).map(({ code }) => codeAffiche(code));
  const sujet = codes.length < 2 ? 'Ce code est déjà pris' : 'Ces codes sont déjà pris';
  return `${sujet}\u00A0: ${codes.join(', ')}. Rien n’a été importé\u202F; choisissez de renuméroter, ou retirez ces fiches du fichier.`;
}
