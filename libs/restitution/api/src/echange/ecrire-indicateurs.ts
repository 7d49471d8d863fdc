import type { Acteur } from '@pleniere/acces/domain';
import type { IndicateursService, ValeursService } from '@pleniere/indicateurs/api';
import type { IndicateurSaisie } from '@pleniere/indicateurs/domain';
import type { Echange, IndicateurEchange } from '@pleniere/restitution/domain';
import type { EntityManager } from 'typeorm';
import type { CadreEcrit } from './ecrire-cadre';
import type { FicheEcrite } from './ecrire-fiche';
import { sous } from './sous';

const RANGER = `
  update indicateur i set ordre = e.ordre, ruptures = e.ruptures
  from jsonb_to_recordset($2::jsonb) as e(id uuid, ordre int, ruptures jsonb)
  where i.contrat_id = $1 and i.id = e.id`;

/** What writes indicators and values, in whose transaction, for whom, and in which words of the journal. */
export interface Plume {
  tx: EntityManager;
  acteur: Acteur;
  indicateurs: IndicateursService;
  valeurs: ValeursService;
  motif: string;
}

interface AEcrire {
  indicateur: IndicateurEchange;
  fiche: FicheEcrite;
  pointeur: string;
  /** Code of its fiche in the file, and its rank from 1: how another indicator names it. */
  nom: string;
  ordre: number;
}

function saisieDe({ indicateur, fiche }: AEcrire, cadre: CadreEcrit, poids: string | null): IndicateurSaisie {
  const { libelle, type, nature, unite, decimales, sens, maille, agregation, periodicite, definition } = indicateur;
  const { anneesPonctuelles, numerateur, denominateur, source, methode, ventilations, borneMin, borneMax } = indicateur;
  const { cumulatif, reference, cibles, modalites, visibilite, responsable, resultatsLies } = indicateur;
  const resultats = fiche.contenu.resultatsAttendus ?? [];
  return {
    ...{ libelle, type, nature, unite, decimales, sens, maille, agregation, periodicite, anneesPonctuelles },
    ...{ definition, numerateur, denominateur, source, methode, ventilations, borneMin, borneMax, cumulatif },
    ...{ reference, cibles, modalites, visibilite },
    ficheId: fiche.id,
    responsableId: responsable === null ? null : cadre.organisation(responsable),
    resultatsLies: resultatsLies.flatMap((rang) => resultats[rang - 1]?.id ?? []),
    ponderationId: poids,
    calcul: null,
  };
}

/** Writes the indicators of the fiches, those that weigh others first, then the breaks of their series and their values. */
export async function ecrireIndicateurs(
  plume: Plume,
  echange: Echange,
  ecrites: readonly FicheEcrite[],
  cadre: CadreEcrit,
): Promise<void> {
  const { tx, acteur, indicateurs, motif } = plume;
  const tous = echange.fiches.flatMap(({ code, indicateurs: siens }, rang) =>
    siens.flatMap((indicateur, place): AEcrire[] => {
      const fiche = ecrites[rang];
      const pointeur = `/fiches/${rang}/indicateurs/${place}`;
      return fiche ? [{ indicateur, fiche, pointeur, nom: `${code}/${place + 1}`, ordre: place }] : [];
    }),
  );
  const ids = new Map<string, string>();
  const dabord = [
    ...tous.filter(({ indicateur }) => indicateur.ponderation === null),
    ...tous.filter(({ indicateur }) => indicateur.ponderation !== null),
  ];
  for (const un of dabord) {
    const { ponderation } = un.indicateur;
    const poids = ponderation && (ids.get(`${ponderation.fiche}/${ponderation.rang}`) ?? null);
    const { id } = await sous(un.pointeur, '', () =>
      indicateurs.creerDans(tx, acteur, saisieDe(un, cadre, poids), motif),
    );
    ids.set(un.nom, id);
  }
  const quand = new Date().toISOString();
  const rangees = tous.map(({ indicateur, nom, ordre }) => ({
    id: ids.get(nom),
    ordre,
    ruptures: indicateur.ruptures.map((rupture) => ({ ...rupture, quand, auteur: acteur.nom })),
  }));
  await tx.query(RANGER, [acteur.contratId, JSON.stringify(rangees)]);
  for (const un of tous) await ecrireValeurs(plume, un, ids.get(un.nom) ?? '');
}

async function ecrireValeurs({ tx, acteur, valeurs, motif }: Plume, { indicateur, pointeur }: AEcrire, id: string) {
  if (indicateur.valeurs.length === 0) return;
  const saisies = indicateur.valeurs.map((valeur) => ({ ...valeur, indicateurId: id, version: null, motif }));
  await sous(`${pointeur}/valeurs`, '/saisies', () => valeurs.enregistrerDans(tx, acteur, saisies));
}
