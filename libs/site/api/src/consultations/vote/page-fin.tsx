import {
  type ConsultationPublique,
  GENRES,
  jusquAu,
  LIBELLES_GENRES,
  LIBELLES_TRANCHES_AGE,
  type SequenceServie,
  TRANCHES_AGE,
} from '@pleniere/participation/domain';
import { accorder } from '@pleniere/shared/domain';
import type { JSX } from 'preact';
import { type CadreDuSite, chemin } from '../../cadre/cadre';
import { Choix } from '../../formulaires/champs';
import { Jour, Section } from '../../gabarit/elements';
import { Page } from '../../gabarit/page';
import type { QuartierDuSite } from '../../quartiers/quartier';
import { VersConsultation } from '../lecture/vers-consultation';

/** What somebody is of the quartier, in words. */
export const SITUATIONS = [
  ['habitant', 'J’y habite'],
  ['professionnel', 'J’y travaille'],
  ['ne-souhaite-pas-repondre', 'Je préfère ne pas le dire'],
] as const;

interface Donnees {
  cadre: CadreDuSite;
  consultation: ConsultationPublique;
  serie: SequenceServie;
  quartiers: readonly QuartierDuSite[];
  /** False once it was said, or passed over. */
  profil: boolean;
  merci: boolean;
}

/** The end of a sequence: it is said, with thanks, and nothing more is asked unless one wants to. */
export function PageFin({ cadre, consultation, serie, quartiers, profil, merci }: Donnees): JSX.Element {
  const vers = (lieu: string) => chemin(cadre, 'consultations', consultation.id, lieu);
  const { dates, peutProposer } = consultation;
  return (
    <Page titre="Merci" cadre={cadre} lieu="consultations" prive script>
      <div class="grande-pile etroite">
        <header class="pile">
          <VersConsultation cadre={cadre} consultation={consultation} />
          <h1 tabIndex={-1} data-foyer data-annonce="Merci, la série est finie.">
            Merci, c’est fini
          </h1>
          <p class="chapeau">
            Vous avez donné votre avis sur {accorder(serie.faits, 'proposition')}
            {serie.terminee ? ' : toutes celles qui existent.' : ` sur ${serie.total}.`}
          </p>
          <p>
            Vous pouvez changer d’avis {jusquAu(dates.fin)}. Les résultats seront publiés sur ces pages après le{' '}
            <Jour iso={dates.fin} />.
          </p>
        </header>
        {merci && (
          <p role="status" class="succes">
            C’est noté, merci. Ces réponses ne servent qu’à savoir qui nous a manqué.
          </p>
        )}
        {profil && <Profil cadre={cadre} consultation={consultation} quartiers={quartiers} />}
        <div class="boutons">
          {!serie.terminee && (
            <form method="post" action={vers('voter')}>
              <input type="hidden" name="nouvelle" value="1" />
              <button type="submit" class={profil ? 'second' : ''}>
                Continuer avec d’autres propositions
              </button>
            </form>
          )}
          {peutProposer && (
            <a class="bouton second" href={vers('proposer')}>
              Proposer une idée
            </a>
          )}
          <a href={vers('mes-contributions')}>Mes contributions</a>
        </div>
      </div>
    </Page>
  );
}

/** Who took part: nothing is a name, nothing has to be said. */
function Profil({
  cadre,
  consultation,
  quartiers,
}: Pick<Donnees, 'cadre' | 'consultation' | 'quartiers'>): JSX.Element {
  return (
    <Section titre="Qui êtes-vous ? (facultatif)" id="profil">
      <form method="post" action={chemin(cadre, 'consultations', consultation.id, 'profil')} class="papier pile">
        <p class="aide">
          Pour savoir si tous les âges et tous les quartiers ont parlé. Jamais publié en dessous de 11 personnes, effacé
          à l’archivage.
        </p>
        <div class="colonnes">
          <Choix
            nom="trancheAge"
            libelle="Votre âge"
            rien="Je ne le dis pas"
            options={TRANCHES_AGE.map((un) => [un, LIBELLES_TRANCHES_AGE[un]] as const)}
            valeur=""
            refus={null}
          />
          <Choix
            nom="genre"
            libelle="Vous êtes"
            rien="Je ne le dis pas"
            options={GENRES.map((un) => [un, LIBELLES_GENRES[un]] as const)}
            valeur=""
            refus={null}
          />
          <Choix
            nom="qpvCode"
            libelle="Votre quartier"
            rien="Aucun, ou je ne le dis pas"
            options={quartiers.map(({ code, nom }) => [code, nom] as const)}
            valeur=""
            refus={null}
          />
          <Choix nom="situation" libelle="Le quartier" rien="–" options={SITUATIONS} valeur="" refus={null} />
          <Choix
            nom="premiereFois"
            libelle="Participez-vous pour la première fois ?"
            rien="Je ne le dis pas"
            options={[
              ['oui', 'Oui'],
              ['non', 'Non'],
            ]}
            valeur=""
            refus={null}
          />
        </div>
        <p class="boutons">
          <button type="submit">Enregistrer</button>
          <button type="submit" name="passer" value="1" class="second">
            Passer
          </button>
        </p>
      </form>
    </Section>
  );
}
