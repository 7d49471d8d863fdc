import { type Declinaison, type DeclinaisonSaisie, LIBELLES_EXECUTION, LIBELLES_METEO } from '@pleniere/fiches/domain';
import { type Difference, differences } from '../conflit-suivi';

/** What the form changes of a déclinaison. */
export function enSaisie(declinaison: Declinaison | DeclinaisonSaisie): DeclinaisonSaisie {
  const { qpvCode, statutExecution, meteo, meteoExplication, modaliteRetenue, recits } = declinaison;
  const deja = 'organisation' in declinaison;
  return {
    organisationId: deja ? declinaison.organisation.id : declinaison.organisationId,
    referentId: deja ? (declinaison.referent?.id ?? null) : declinaison.referentId,
    qpvCode,
    statutExecution,
    meteo,
    meteoExplication,
    modaliteRetenue,
    recits,
  };
}

/** Parts that differ between what was typed and what somebody else saved, in words. */
export function differencesDeclinaison(mienne: DeclinaisonSaisie, leur: DeclinaisonSaisie): Difference[] {
  return differences<DeclinaisonSaisie>(
    mienne,
    leur,
    {
      meteo: (meteo) => (meteo ? LIBELLES_METEO[meteo].nom : 'Non renseignée'),
      statutExecution: (statut) => LIBELLES_EXECUTION[statut],
      recits: (recits) =>
        recits
          .map((recit) =>
            [recit.annee, recit.faitsMarquants, recit.freins, recit.perspectives].filter(Boolean).join('\n'),
          )
          .join('\n'),
    },
    {
      statutExecution: 'Avancement',
      meteo: 'Météo',
      meteoExplication: 'Explication',
      modaliteRetenue: 'Modalité retenue',
      recits: 'Récits',
    },
  );
}
