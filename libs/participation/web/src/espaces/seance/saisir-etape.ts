import {
  type EtapeSeance,
  LIMITES_SEANCE,
  type SeanceDialogue,
  type TransitionSeance,
} from '@pleniere/participation/domain';
import type { ChampSaisi, DemandeSaisie } from '@pleniere/shared/ui';
import type { EspacesClient } from '../espaces-client';

type Formulaire = Record<'motif' | 'date', string | null>;

/** Whether a step asks for something. */
export function demandeQuelqueChose({ transition, gardes }: EtapeSeance): boolean {
  return 'motifDonne' in gardes || transition === 'replanifier';
}

/** The form of a step that asks for a reason or a new day. */
export function saisieEtape(
  client: EspacesClient,
  seance: SeanceDialogue,
  etape: EtapeSeance,
): DemandeSaisie<Formulaire, SeanceDialogue> {
  const { id, version } = seance;
  const champs: ChampSaisi<Formulaire>[] =
    etape.transition === 'replanifier'
      ? [{ cle: 'date', type: 'date', libelle: 'Nouvelle date', requis: 'Donnez la nouvelle date.' }]
      : [
          {
            cle: 'motif',
            type: 'texte',
            lignes: 3,
            libelle: 'Motif',
            aide: 'Les habitants le liront.',
            max: LIMITES_SEANCE.motif,
            requis: 'Dites pourquoi.',
          },
        ];
  return {
    titre: `${etape.libelle}\u00A0?`,
    action: etape.libelle,
    champs,
    valeur: { motif: null, date: etape.transition === 'replanifier' ? seance.date : null },
    version,
    enregistrer: ({ motif, date }, lue) =>
      client.suivre(
        { id, version: lue },
        { transition: etape.transition as TransitionSeance, motif: motif ?? '', date: date ?? null },
      ),
  };
}
