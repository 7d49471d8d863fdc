import type { AppelProjets, Candidature, CandidatureSaisie, CritereAppel, Idee } from '@pleniere/participation/domain';
import { jourDeParis } from '@pleniere/shared/domain';
import type { DemandeSaisie } from '@pleniere/shared/ui';
import type { SuitesClient } from '../client/suites-client';
import { depuisHeureDeParis, enHeureDeParis } from '../heure-de-paris';

type FormulaireAppel = Record<'titre' | 'texte' | 'criteres' | 'ouverture' | 'cloture', string | null>;

/** « Intérêt pour les habitants × 3 », one a line. */
function lireCriteres(texte: string, connus: readonly CritereAppel[]): CritereAppel[] {
  return texte
    .split('\n')
    .map((ligne) => ligne.trim())
    .filter((ligne) => ligne !== '')
    .map((ligne, rang) => {
      const [, libelle = ligne, poids = '1'] = /^(.*?)\s*[×x*]\s*(\d+)$/u.exec(ligne) ?? [];
      // A criterion keeps its notes as long as it keeps its name.
      const id = connus.find((un) => un.libelle === libelle)?.id ?? `critere-${rang + 1}-${libelle.length}`;
      return { id, libelle, poids: Number(poids) };
    });
}

const direCriteres = (criteres: readonly CritereAppel[]) =>
  criteres.map(({ libelle, poids }) => `${libelle} × ${poids}`).join('\n');

const jour = (iso: string) => enHeureDeParis(iso).slice(0, 10);

const formulaireAppel = ({ titre, texte, criteres, ouverture, cloture }: AppelProjets): FormulaireAppel => ({
  ...{ titre, texte, criteres: direCriteres(criteres), ouverture: jour(ouverture), cloture: jour(cloture) },
});

/** The form of a call for projects: its criteria are given a weight each, one a line. */
export function saisieAppel(
  client: SuitesClient,
  consultationId: string,
  appel: AppelProjets | null,
): DemandeSaisie<FormulaireAppel, AppelProjets> {
  return {
    titre: appel ? 'Modifier l’appel à projets' : 'Ouvrir un appel à projets',
    action: 'Enregistrer',
    champs: [
      { cle: 'titre', type: 'texte', max: 200, libelle: 'Titre', requis: 'Donnez un titre à l’appel.' },
      { cle: 'texte', type: 'texte', lignes: 4, max: 8000, libelle: 'Ce qui est attendu, et de qui' },
      {
        cle: 'criteres',
        type: 'texte',
        lignes: 4,
        libelle: 'Critères, un par ligne, avec leur poids',
        aide: 'Par exemple «\u202FIntérêt pour les habitants × 3\u202F». Chaque candidature est notée de 0 à 5 sur chacun.',
        requis: 'Donnez au moins un critère\u00A0: il est public avant le dépôt.',
        verifier: ({ criteres }) =>
          lireCriteres(criteres ?? '', []).some(({ poids }) => poids < 1 || poids > 10)
            ? 'Un poids va de 1 à 10.'
            : null,
      },
      { cle: 'ouverture', type: 'date', libelle: 'Dépôt à partir du', requis: 'Donnez la date d’ouverture.' },
      {
        cle: 'cloture',
        type: 'date',
        libelle: 'Dépôt jusqu’au (à minuit)',
        requis: 'Donnez la date de clôture.',
        verifier: ({ ouverture, cloture }) =>
          ouverture && cloture && cloture < ouverture ? 'L’appel se clôt après son ouverture.' : null,
      },
    ],
    valeur: appel
      ? formulaireAppel(appel)
      : { titre: '', texte: '', criteres: 'Intérêt pour les habitants × 3', ouverture: jourDeParis(), cloture: null },
    ...(appel && { version: appel.version }),
    lire: formulaireAppel,
    enregistrer: ({ titre, texte, criteres, ouverture, cloture }, version) => {
      const saisie = {
        titre: titre ?? '',
        texte: texte ?? '',
        criteres: lireCriteres(criteres ?? '', appel?.criteres ?? []),
        ouverture: instant(ouverture, appel?.ouverture, '00:00'),
        cloture: instant(cloture, appel?.cloture, '23:59'),
      };
      return appel
        ? client.modifierAppel({ id: appel.id, version }, saisie)
        : client.creerAppel(consultationId, saisie);
    },
  };
}

// A day that was not changed keeps its hour.
function instant(choisi: string | null, avant: string | undefined, heure: string): string {
  if (avant !== undefined && choisi === jour(avant)) return avant;
  return depuisHeureDeParis(`${choisi}T${heure}`) ?? '';
}

type FormulaireCandidature = Record<
  'porteur' | 'siret' | 'titre' | 'resume' | 'montant' | 'contact' | 'ideeId',
  string | null
>;

/** The form of a candidature that somebody files for a body. */
export function saisieCandidature(
  client: SuitesClient,
  appelId: string,
  idees: readonly Idee[],
): DemandeSaisie<FormulaireCandidature, AppelProjets> {
  return {
    titre: 'Déposer une candidature',
    action: 'Déposer',
    champs: [
      { cle: 'porteur', type: 'texte', max: 200, libelle: 'Qui porte le projet', requis: 'Dites qui porte le projet.' },
      {
        cle: 'siret',
        type: 'texte',
        clavier: 'numeric',
        libelle: 'SIRET',
        verifier: ({ siret }) =>
          !siret || /^\d{14}$/.test(siret.replaceAll(/\s/g, '')) ? null : 'Un SIRET compte 14 chiffres.',
      },
      { cle: 'titre', type: 'texte', max: 200, libelle: 'Titre du projet', requis: 'Donnez un titre au projet.' },
      { cle: 'resume', type: 'texte', lignes: 4, max: 4000, libelle: 'Le projet', requis: 'Décrivez le projet.' },
      {
        cle: 'montant',
        type: 'texte',
        clavier: 'numeric',
        libelle: 'Montant demandé, en euros',
        verifier: ({ montant }) => (!montant || centimes(montant) !== null ? null : 'Un montant en euros est attendu.'),
      },
      { cle: 'contact', type: 'texte', max: 254, libelle: 'Comment joindre le porteur' },
      {
        cle: 'ideeId',
        type: 'choix',
        libelle: 'Idée à laquelle il répond',
        options: idees.map(({ id, titre }) => ({ valeur: id, libelle: titre })),
      },
    ],
    valeur: { porteur: '', siret: null, titre: '', resume: '', montant: null, contact: '', ideeId: null },
    enregistrer: ({ porteur, siret, titre, resume, montant, contact, ideeId }) => {
      const saisie: CandidatureSaisie = {
        ...{ porteur: porteur ?? '', titre: titre ?? '', resume: resume ?? '', contact: contact ?? '', ideeId },
        siret: siret ? siret.replaceAll(/\s/g, '') : null,
        montantCentimes: montant ? centimes(montant) : null,
      };
      return client.deposer(appelId, saisie);
    },
  };
}

/** « 12 500,50 » in centimes; null for what is not an amount. */
function centimes(texte: string): number | null {
  const nu = texte.replaceAll(/[\s€]/g, '').replace(',', '.');
  return /^\d+(\.\d{1,2})?$/.test(nu) ? Math.round(Number(nu) * 100) : null;
}

/** French label of each statut of a candidature. */
export const LIBELLES_CANDIDATURES: Readonly<Record<Candidature['statut'], string>> = {
  deposee: 'Déposée',
  recevable: 'Recevable',
  irrecevable: 'Irrecevable',
  laureate: 'Lauréate',
  'non-retenue': 'Non retenue',
};
