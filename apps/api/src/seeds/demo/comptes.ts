import type { CompteDemo } from '@pleniere/acces/domain';
import { AMBOISE } from './amboise/contrat';
import type { ContratDemo } from './modele';
import { MOT_DE_PASSE_DEMO } from './mot-de-passe';
import { TMVL } from './tmvl/contrat';
import { typographier } from './typographie';

function comptesDe({ personnes, organisations }: ContratDemo): CompteDemo[] {
  return Object.values(personnes).flatMap(({ nom, fonction, email, organisation, role, compte }) =>
    compte === true && email !== null
      ? {
          email,
          motDePasse: MOT_DE_PASSE_DEMO,
          nom,
          fonction,
          organisation: organisations[organisation]?.nom ?? '',
          role,
        }
      : [],
  );
}

/** Accounts that the welcome page offers in demo mode, one click each. */
export const COMPTES_DEMO: readonly CompteDemo[] = [TMVL, AMBOISE].map(typographier).flatMap(comptesDe);
