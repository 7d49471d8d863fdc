import {
  type EmargementOuvert,
  GENRES,
  LIBELLES_GENRES,
  LIBELLES_ROLES_PRESENCE,
  LIBELLES_TRANCHES_AGE,
  ROLES_PRESENCE,
  TRANCHES_AGE,
} from '@pleniere/participation/domain';
import type { JSX } from 'preact';
import { type CadreDuSite, chemin } from '../cadre/cadre';
import { Choix, DireRefus } from '../formulaires/champs';
import type { Refus } from '../formulaires/refus';
import { Jour } from '../gabarit/elements';
import { Page } from '../gabarit/page';

/** What somebody says of themselves at a séance, as the form bears it. */
export type PresenceTapee = Record<'role' | 'trancheAge' | 'genre' | 'qpvCode' | 'premiereFois', string>;

interface Donnees {
  cadre: CadreDuSite;
  seance: EmargementOuvert;
  /** Code of the poster. */
  code: string;
}

/** « Je suis là »: one button, and what somebody wishes to say of themselves. */
export function PageEmargement({ cadre, seance, code, cle, tapee, refus }: EmargementDonnees): JSX.Element {
  const tu = { rien: 'Je ne le dis pas', refus };
  return (
    <Page titre="Vous êtes là" cadre={cadre} prive>
      <div class="grande-pile etroite">
        <Seance seance={seance} titre={seance.espace} />
        <DireRefus refus={refus} />
        <form method="post" action={chemin(cadre, 'emargement', code)} class="papier pile formulaire">
          <p>
            Vous êtes dans la salle ? Dites-le ici, pour que votre venue compte. <strong>Aucun nom</strong>, et rien
            n’est obligatoire : vous pouvez valider sans rien remplir.
          </p>
          <input type="hidden" name="cle" value={cle} />
          <Choix
            nom="role"
            libelle="Je viens comme"
            options={ROLES_PRESENCE.map((un) => [un, LIBELLES_ROLES_PRESENCE[un]] as const)}
            valeur={tapee.role}
            refus={refus}
          />
          <Choix
            {...tu}
            nom="trancheAge"
            libelle="Mon âge"
            options={TRANCHES_AGE.map((un) => [un, LIBELLES_TRANCHES_AGE[un]] as const)}
            valeur={tapee.trancheAge}
          />
          <Choix
            {...tu}
            nom="genre"
            libelle="Mon genre"
            options={GENRES.map((un) => [un, LIBELLES_GENRES[un]] as const)}
            valeur={tapee.genre}
          />
          <Choix
            {...tu}
            nom="qpvCode"
            libelle="Mon quartier"
            rien="Un autre, ou je ne le dis pas"
            options={seance.quartiers.map(({ code: qpv, nom }) => [qpv, nom] as const)}
            valeur={tapee.qpvCode}
          />
          <Choix
            {...tu}
            nom="premiereFois"
            libelle="C’est la première fois que je viens"
            options={[
              ['oui', 'Oui'],
              ['non', 'Non'],
            ]}
            valeur={tapee.premiereFois}
          />
          <button type="submit">Je suis là</button>
          <p class="aide">
            Votre téléphone garde une clé tirée au hasard, pour ne pas vous compter deux fois et savoir combien de
            personnes reviennent. Elle ne dit pas qui vous êtes.{' '}
            <a href={chemin(cadre, 'vos-donnees')}>En savoir plus</a>
          </p>
        </form>
      </div>
    </Page>
  );
}
interface EmargementDonnees extends Donnees {
  /** Key that the form bears, so that sent twice it is one presence. */
  cle: string;
  tapee: PresenceTapee;
  refus: Refus | null;
}

/** Once it is said: thanks, what follows, and the way to correct it. */
export function PageEmarge({ cadre, seance, code, connu }: EmargeDonnees): JSX.Element {
  return (
    <Page titre="C’est noté, merci" cadre={cadre} prive>
      <div class="grande-pile etroite">
        <Seance seance={seance} titre="C’est noté, merci" />
        <div class="pile" role="status">
          <p class="succes">Votre venue est comptée, une seule fois, sans votre nom.</p>
          <p>Le compte rendu de la rencontre sera publié sur ces pages dans les trois semaines.</p>
        </div>
        <p class="boutons">
          <a class="bouton" href={chemin(cadre, 'questions', 'poser')}>
            Poser une question
          </a>
          {connu && (
            <a class="bouton second" href={`${chemin(cadre, 'emargement', code)}?corriger=1`}>
              Corriger ma réponse
            </a>
          )}
        </p>
      </div>
    </Page>
  );
}
interface EmargeDonnees extends Donnees {
  /** True when this browser kept its key: what it said can be corrected. */
  connu: boolean;
}

function Seance({ seance, titre }: Pick<Donnees, 'seance'> & { titre: string }): JSX.Element {
  const { espace, date, lieu } = seance;
  return (
    <header class="pile-serree">
      <h1>{titre}</h1>
      <p class="chapeau">
        {titre !== espace && `${espace}, `}
        <Jour iso={date} />
        {lieu && `, ${lieu}`}
      </p>
    </header>
  );
}
