import { LONGUEURS_PAROLES, type QuestionPublique } from '@pleniere/participation/domain';
import type { FichePublique } from '@pleniere/fiches/domain';
import type { JSX } from 'preact';
import { type CadreDuSite, chemin } from '../cadre/cadre';
import { Choix, DireRefus, Ligne, Zone } from '../formulaires/champs';
import type { Refus } from '../formulaires/refus';
import { Retour, Section } from '../gabarit/elements';
import { Page } from '../gabarit/page';
import type { QuartierDuSite } from '../quartiers/quartier';
import { ListeQuestions } from './carte-question';

/** What was typed of a question, as it was typed. */
export interface QuestionTapee {
  texte: string;
  quartier: string;
  fiche: string;
  email: string;
}

interface Donnees {
  cadre: CadreDuSite;
  quartiers: readonly QuartierDuSite[];
  fiches: readonly FichePublique[];
  tapee: QuestionTapee;
  refus: Refus | null;
  /** What the text seems to tell of somebody, « le nom d’une personne ». */
  indices: readonly string[];
  /** Answered questions that look like it. */
  proches: readonly QuestionPublique[];
}

/** Asks a question; what was typed stays, whatever happens. */
export function PagePoser({ cadre, quartiers, fiches, tapee, refus, indices, proches }: Donnees): JSX.Element {
  const aRelire = indices.length > 0 || proches.length > 0;
  return (
    <Page
      titre={refus || aRelire ? 'À relire : poser une question' : 'Poser une question'}
      cadre={cadre}
      lieu="questions"
    >
      <div class="grande-pile">
        <header class="pile">
          <Retour cadre={cadre} lieu="questions">
            Toutes les questions
          </Retour>
          <h1>Poser une question</h1>
          <p class="chapeau">
            Sans compte et sans nom. Elle est lue, puis confiée au service concerné, qui répond ici à une date annoncée.
          </p>
        </header>
        <DireRefus refus={refus} />
        <form method="post" action={chemin(cadre, 'questions', 'poser')} noValidate class="pile formulaire">
          <Zone
            nom="texte"
            libelle="Votre question"
            aide="Une question à la fois, sans désigner personne : elle sera publique."
            valeur={tapee.texte}
            max={LONGUEURS_PAROLES.question}
            refus={refus}
          />
          <Choix
            nom="quartier"
            libelle="Quartier concerné (facultatif)"
            rien="Aucun en particulier"
            options={quartiers.map(({ code, nom }) => [code, nom] as const)}
            valeur={tapee.quartier}
            refus={refus}
          />
          <Choix
            nom="fiche"
            libelle="Sujet (facultatif)"
            rien="Je ne sais pas"
            options={fiches.map(({ code, titre }) => [code, titre] as const)}
            valeur={tapee.fiche}
            refus={refus}
          />
          <Ligne
            nom="email"
            type="email"
            libelle="Adresse électronique (facultatif)"
            aide="Pour être prévenu de la réponse, et pour rien d’autre. Elle est effacée un an après."
            autocomplete="email"
            valeur={tapee.email}
            max={254}
            refus={refus}
          />
          {indices.length > 0 && (
            <div class="avis alerte" role="alert" id="indices">
              <p>
                Votre texte semble contenir {indices.join(', ')}. Dans un quartier, cela suffit à reconnaître quelqu’un
                : enlevez-le si vous le pouvez.
              </p>
            </div>
          )}
          {proches.length > 0 && (
            <Section titre="La réponse est peut-être déjà là" id="proches">
              <ListeQuestions cadre={cadre} questions={proches} />
            </Section>
          )}
          {aRelire && <input type="hidden" name="confirme" value="oui" />}
          <p class="boutons">
            <button type="submit">{aRelire ? 'Envoyer ma question quand même' : 'Envoyer ma question'}</button>
          </p>
          <p class="aide">
            <a href={chemin(cadre, 'vos-donnees')}>Ce que nous gardons de vous, et combien de temps</a>
          </p>
        </form>
      </div>
    </Page>
  );
}
