import { type FicheBrute, lireFichesEnVigueur } from '@pleniere/fiches/api';
import { lireCode, comparerCodes } from '@pleniere/fiches/domain';
import {
  type ActionEchangee,
  type DeclinaisonEchangee,
  type Echange,
  type FicheEchangee,
  FORME_ECHANGE,
  type IndicateurEchange,
} from '@pleniere/restitution/domain';
import { introuvable } from '@pleniere/shared/api';
import type { EntityManager } from 'typeorm';
import { type NomsDuContrat, sortirContenu } from './noms';

/** The frame of a contrat as it is read, with the ids by which its fiches name it. */
type Cadre = Omit<Echange, 'schema' | 'fiches' | 'organisations' | 'enjeux'> & {
  organisations: (Echange['organisations'][number] & { id: string })[];
  enjeux: (Omit<Echange['enjeux'][number], 'orientations'> & { orientations: { id: string; texte: string }[] })[];
  ficheIds: string[];
};

const CADRE = `
  select json_build_object(
    'contrat', json_build_object('titre', c.titre, 'titreCourt', c.titre_court, 'anneeDebut', c.annee_debut,
      'anneeFin', c.annee_fin),
    'communes', (select coalesce(json_agg(json_build_object('code', code, 'nom', nom) order by code), '[]')
      from commune where contrat_id = c.id),
    'quartiers', (select coalesce(json_agg(json_build_object('code', q.code, 'libelle', q.libelle,
        'libelleEditorial', q.libelle_editorial, 'npnru', q.npnru, 'generation', q.generation,
        'validFrom', q.valid_from, 'validTo', q.valid_to, 'communes', array(select qc.commune_code from qpv_commune qc
          where (qc.contrat_id, qc.qpv_code) = (q.contrat_id, q.code) order by 1)) order by q.code), '[]')
      from qpv q where q.contrat_id = c.id),
    'enjeux', (select coalesce(json_agg(json_build_object('type', e.type, 'numero', e.numero, 'intitule', e.intitule,
        'couleur', e.couleur, 'orientations', (
          select coalesce(json_agg(json_build_object('id', o.id, 'texte', o.texte) order by o.texte collate "C", o.id), '[]')
          from orientation o where (o.contrat_id, o.enjeu_id) = (e.contrat_id, e.id))
      ) order by e.type desc, e.numero), '[]') from enjeu e where e.contrat_id = c.id),
    'organisations', (select coalesce(json_agg(json_build_object('id', o.id, 'nom', o.nom, 'nomCourt', o.nom_court,
        'categorie', o.categorie, 'signataire', o.signataire, 'siret', o.siret, 'communeCode', o.commune_code)
        order by o.nom collate "C"), '[]')
      from organisation o where o.contrat_id = c.id),
    'ficheIds', (select coalesce(json_agg(id), '[]') from fiche_en_vigueur where contrat_id = c.id)
  ) as reponse
  from contrat c where c.id = $1`;

type IndicateurLu = FicheBrute['indicateurs'][number];

function sortirIndicateur(indicateur: IndicateurLu, fiches: readonly FicheBrute[], nom: NomsDuContrat['organisation']) {
  const { libelle, type, nature, unite, decimales, sens, maille, agregation, periodicite, definition } = indicateur;
  const { anneesPonctuelles, numerateur, denominateur, source, methode, ventilations, borneMin, borneMax } = indicateur;
  const { cumulatif, reference, cibles, modalites, visibilite, responsableId, ruptures, valeurs } = indicateur;
  const poids = fiches.find(({ indicateurs }) => indicateurs.some(({ id }) => id === indicateur.ponderationId));
  const resultats = fiches.find(({ id }) => id === indicateur.ficheId)?.contenu.resultatsAttendus ?? [];
  return {
    ...{ libelle, type, nature, unite, decimales, sens, maille, agregation, periodicite, anneesPonctuelles },
    ...{ definition, numerateur, denominateur, source, methode, ventilations, borneMin, borneMax, cumulatif },
    ...{ reference, cibles, modalites, visibilite },
    responsable: responsableId === null ? null : nom(responsableId),
    resultatsLies: indicateur.resultatsLies
      .map((lie) => resultats.findIndex(({ id }) => id === lie) + 1)
      .filter((rang) => rang > 0)
      .sort((a, b) => a - b),
    ponderation: poids
      ? { fiche: poids.code, rang: poids.indicateurs.findIndex(({ id }) => id === indicateur.ponderationId) + 1 }
      : null,
    ruptures: ruptures.map(({ depuis, motif, avant }) => ({ depuis, motif, avant })),
    valeurs: valeurs.map((lue) => ({
      ...{ annee: lue.annee, territoire: lue.territoire, ventilation: lue.ventilation, valeur: lue.valeur },
      ...{ absence: lue.absence, qualite: lue.qualite, commentaire: lue.commentaire, source: lue.source },
    })),
  } satisfies IndicateurEchange;
}

/** Rank of an action from 0, out of the letters of its code. */
function rangDe(codeAction: string, { code }: FicheBrute): number {
  return [...codeAction.slice(code.length + 1)].reduce((rang, lettre) => rang * 26 + lettre.charCodeAt(0) - 96, 0) - 1;
}

function sortirSuivi(fiche: FicheBrute): Pick<FicheEchangee, 'actions' | 'declinaisons'> {
  const { actions, declinaisons } = fiche;
  return {
    actions: actions.map((action): ActionEchangee => {
      const { titre, description, pilote, echeance, statut, niveauParticipation, refDauphin } = action;
      const etapes = action.etapes.map(({ libelle, faite }) => ({ libelle, faite }));
      return {
        rang: rangDe(action.code, fiche),
        titre,
        description,
        pilote,
        echeance,
        statut,
        niveauParticipation,
        etapes,
        refDauphin,
      };
    }),
    declinaisons: declinaisons.map((declinaison): DeclinaisonEchangee => {
      const { organisation, qpvCode, statutExecution, meteo, meteoExplication, modaliteRetenue, recits } = declinaison;
      return {
        organisation: organisation.nom,
        qpvCode,
        statutExecution,
        meteo,
        meteoExplication,
        modaliteRetenue,
        recits,
      };
    }),
  };
}

const codeDe = ({ code }: FicheBrute) => lireCode(code) ?? { lettre: 'Z', enjeu: 0, rang: 0 };

/** All that a contrat holds in force, as one transaction sees it. */
export async function exporterContrat(tx: EntityManager, contratId: string): Promise<Echange> {
  const [ligne] = await tx.query<{ reponse: Cadre }[]>(CADRE, [contratId]);
  if (!ligne) throw introuvable('Ce contrat de ville');
  const { ficheIds, organisations, enjeux, ...cadre } = ligne.reponse;
  const nomsOrganisations = new Map(organisations.map(({ id, nom }) => [id, nom]));
  const organisation = (id: string) => nomsOrganisations.get(id) ?? null;
  const orientations = new Map(enjeux.flatMap((enjeu) => enjeu.orientations.map(({ id, texte }) => [id, texte])));
  const nomsDe = (fiche: FicheBrute): NomsDuContrat => ({
    organisation,
    orientation: (id) => orientations.get(id) ?? null,
    action: (id) => {
      const action = fiche.actions.find((connue) => connue.id === id);
      return action ? rangDe(action.code, fiche) : null;
    },
  });
  const lues = await lireFichesEnVigueur(tx, contratId, ficheIds);
  const fiches = lues.toSorted((une, autre) => comparerCodes(codeDe(une), codeDe(autre)));
  const sorties = fiches.map((fiche): FicheEchangee => ({
    code: fiche.code,
    contenu: sortirContenu(fiche.contenu, nomsDe(fiche)),
    ...sortirSuivi(fiche),
    indicateurs: fiche.indicateurs.map((indicateur) => sortirIndicateur(indicateur, fiches, organisation)),
  }));
  const citees = new Set(nomsCites(sorties));
  return {
    schema: FORME_ECHANGE,
    ...cadre,
    enjeux: enjeux.map((enjeu) => ({ ...enjeu, orientations: enjeu.orientations.map(({ texte }) => texte) })),
    organisations: organisations
      .filter(({ nom }) => citees.has(nom))
      .map(({ nom, nomCourt, categorie, signataire, siret, communeCode }) => ({
        ...{ nom, nomCourt, categorie, signataire, siret, communeCode },
      })),
    fiches: sorties,
  };
}

/** Organisations that fiches name, wherever they do. */
export function nomsCites(valeur: unknown): string[] {
  if (Array.isArray(valeur)) return valeur.flatMap(nomsCites);
  if (valeur === null || typeof valeur !== 'object') return [];
  return Object.entries(valeur).flatMap(([cle, contenu]) => {
    const nomme = (cle === 'organisation' || cle === 'responsable') && typeof contenu === 'string';
    return nomme ? [contenu] : nomsCites(contenu);
  });
}

/** The text of an exchange file, fiche by fiche: the answer starts before all of it is written. */
export function* enMorceaux({ fiches, ...cadre }: Echange): Generator<string> {
  yield JSON.stringify(cadre).slice(0, -1);
  yield ',"fiches":[';
  for (const [rang, fiche] of fiches.entries()) yield (rang === 0 ? '' : ',') + JSON.stringify(fiche);
  yield ']}';
}
