import {
  type AvancementProjet,
  AVANCEMENTS_PROJET,
  type Candidature,
  LIBELLES_AVANCEMENTS,
  type NouvelleProjet,
  refusJourNouvelle,
} from '@pleniere/participation/domain';
import { jourDeParis } from '@pleniere/shared/domain';
import type { DemandeSaisie, OptionSaisie } from '@pleniere/shared/ui';
import type { SuitesClient } from '../../client/suites-client';

type FormulaireNouvelle = Record<'le' | 'avancement' | 'texte', string | null>;

/** The form of what is told of a project, or of what corrects it: nothing that was told is rewritten. */
export function saisieNouvelle(
  client: SuitesClient,
  { id, version, titre, avancement }: Candidature,
  corrigee: NouvelleProjet | null,
): DemandeSaisie<FormulaireNouvelle, Candidature> {
  return {
    titre: corrigee ? 'Corriger une nouvelle' : `Donner des nouvelles de «\u202F${titre}\u202F»`,
    texte: corrigee
      ? 'La première reste dans l’historique de l’équipe\u202F; les habitants liront celle-ci, dite rectifiée.'
      : 'Les habitants la liront avec votre fonction, jamais votre nom. Elle ne se réécrit pas\u00A0: elle se corrige par une autre.',
    action: corrigee ? 'Corriger' : 'Publier',
    champs: [
      {
        cle: 'le',
        type: 'date',
        libelle: 'Quand',
        requis: 'Dites quand cela a eu lieu.',
        verifier: ({ le }) => (le ? refusJourNouvelle(le, jourDeParis()) : null),
      },
      {
        cle: 'avancement',
        type: 'choix',
        libelle: 'Où en est le projet ce jour-là',
        options: AVANCEMENTS_PROJET.map((valeur) => ({ valeur, libelle: LIBELLES_AVANCEMENTS[valeur] })),
        requis: 'Dites où en est le projet.',
      },
      {
        cle: 'texte',
        type: 'texte',
        lignes: 4,
        max: 2000,
        libelle: 'Ce qui s’est passé',
        aide: 'S’il est abandonné, dites pourquoi. Ne nommez personne.',
        requis: 'Dites ce qui s’est passé.',
      },
    ],
    valeur: corrigee
      ? { le: corrigee.le, avancement: corrigee.avancement, texte: corrigee.texte }
      : { le: jourDeParis(), avancement: avancement === 'prevu' ? 'en-cours' : avancement, texte: '' },
    version,
    lire: (projet) => formulaireDe(projet, corrigee),
    enregistrer: ({ le, avancement: choisi, texte }, lue) =>
      client.raconter(
        { id, version: lue },
        {
          le: le ?? '',
          avancement: choisi as AvancementProjet,
          texte: texte ?? '',
          corrige: corrigee?.id ?? null,
        },
      ),
  };
}

// Somebody else told something meanwhile: what they told is what stands.
function formulaireDe({ nouvelles: siennes }: Candidature, corrigee: NouvelleProjet | null): FormulaireNouvelle {
  const lue = corrigee ? siennes.find((une) => une.id === corrigee.id) : siennes.at(-1);
  return { le: lue?.le ?? null, avancement: lue?.avancement ?? null, texte: lue?.texte ?? '' };
}

/** The form of what carries a project: a fiche, or one of the actions of the fiche that carries it. */
export function saisiePortee(
  client: SuitesClient,
  { id, version, fiche, action }: Candidature,
  fiches: readonly OptionSaisie[],
  actions: readonly { id: string; titre: string }[],
): DemandeSaisie<{ portee: string | null }, Candidature> {
  const options = fiches.flatMap(({ valeur, libelle }) => [
    { valeur, libelle },
    ...(valeur === fiche?.id
      ? actions.map((une) => ({ valeur: `${valeur}/${une.id}`, libelle: `${libelle}, action\u00A0: ${une.titre}` }))
      : []),
  ]);
  const portee = (ficheId: string | undefined, actionId: string | undefined) =>
    ficheId === undefined ? null : [ficheId, ...(actionId ? [actionId] : [])].join('/');
  return {
    titre: 'Relier le projet',
    texte: 'Les actions de la fiche qui le porte suivent cette fiche dans la liste.',
    action: 'Relier',
    champs: [
      {
        cle: 'portee',
        type: 'choix',
        libelle: 'Fiche ou action',
        options,
        requis: 'Choisissez ce qui porte le projet.',
      },
    ],
    valeur: { portee: portee(fiche?.id, action?.id) },
    version,
    lire: (projet) => ({ portee: portee(projet.fiche?.id, projet.action?.id) }),
    enregistrer: ({ portee: choisie }, lue) => {
      const [ficheId = '', actionId = null] = (choisie ?? '').split('/');
      return client.porter({ id, version: lue }, { ficheId, actionId });
    },
  };
}
